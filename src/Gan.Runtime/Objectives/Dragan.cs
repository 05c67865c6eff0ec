using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// Represents DRAGAN: the losses of <see cref="NonSaturating"/> and a penalty of weight 10 that keeps the gradient norm of D near 1 around real samples.
/// </summary>
/// <remarks>The noise is α·½·std(x)·U(0, 1), with one α ~ U(0, 1) per sample. G minimises -log σ(D(G(z))), as in the authors' code. Source: Kodali et al. 2017 (arXiv 1705.07215).</remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Source = "Kodali et al. 2017, arXiv 1705.07215")]
[Dragan(Weight = 10, Target = 1)]
public sealed partial class Dragan;
