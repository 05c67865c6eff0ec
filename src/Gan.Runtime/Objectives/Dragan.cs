using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>DRAGAN: the minimax pair with its gradient's norm held at 1 around real samples, weight 10, noise ½·std(x)·U(0, 1).</summary>
/// <remarks>Kodali et al. 2017 (arXiv 1705.07215).</remarks>
[GanObjective(FD = "softplus(t)", FG = "-softplus(-t)", Source = "Kodali et al. 2017, arXiv 1705.07215")]
[Dragan(Weight = 10, Target = 1)]
public sealed partial class Dragan;
