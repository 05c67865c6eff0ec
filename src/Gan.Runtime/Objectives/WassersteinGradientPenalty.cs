using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the Wasserstein GAN with a gradient penalty (WGAN-GP) of weight 10, which keeps the gradient norm of D near 1 between real and fake samples.</summary>
/// <remarks>D minimises E[-D(x)] + E[D(G(z))] plus the penalty, and G minimises E[-D(G(z))]. Source: Gulrajani et al. 2017 (arXiv 1704.00028).</remarks>
[GanObjective(FD = "t", FG = "t", Source = "Gulrajani et al. 2017, arXiv 1704.00028")]
[GradientPenalty(Weight = 10, Target = 1)]
public sealed partial class WassersteinGradientPenalty;
