using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>WGAN-GP: the Wasserstein critic with its gradient's norm held at 1 between real and fake samples, weight 10.</summary>
/// <remarks>Gulrajani et al. 2017 (arXiv 1704.00028).</remarks>
[GanObjective(FD = "t", FG = "t", Source = "Gulrajani et al. 2017, arXiv 1704.00028")]
[GradientPenalty(Weight = 10, Target = 1)]
public sealed partial class WassersteinGradientPenalty;
