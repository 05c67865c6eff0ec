using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the relativistic average GAN (RaGAN): the logistic loss of each logit minus the mean logit of the other kind.</summary>
/// <remarks>
/// The loss of each player is the sum of two means, without a factor of one half. The paper calls it RaSGAN.
/// Sources: Jolicoeur-Martineau 2018 (arXiv 1807.00734); Wang et al. 2018 (ESRGAN, arXiv 1809.00219).
/// </remarks>
[GanObjective(
    FD = "softplus(t)", FG = "softplus(t)", Coupling = Coupling.RelativisticAverage,
    Source = "Jolicoeur-Martineau 2018, arXiv 1807.00734; Wang et al. 2018, arXiv 1809.00219")]
public sealed partial class RelativisticAverage;
