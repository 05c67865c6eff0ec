using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// DRAGAN: the non-saturating pair with its gradient's norm held at 1 around real samples, weight 10, noise α·½·std(x)·U(0, 1) with one α ~ U(0, 1) a sample.
/// G minimises -log σ(D(G(z))), as in the authors' code.
/// </summary>
/// <remarks>Kodali et al. 2017 (arXiv 1705.07215).</remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Source = "Kodali et al. 2017, arXiv 1705.07215")]
[Dragan(Weight = 10, Target = 1)]
public sealed partial class Dragan;
