using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>RaGAN: the logistic loss of each logit less the mean of the other side's. Each player's loss is the sum of the two means, without a factor of a half.</summary>
/// <remarks>Jolicoeur-Martineau 2018 (arXiv 1807.00734), RaSGAN there; ESRGAN's loss (Wang 2018, arXiv 1809.00219).</remarks>
[GanObjective(
    FD = "softplus(t)", FG = "softplus(t)", Coupling = Coupling.RelativisticAverage,
    Source = "Jolicoeur-Martineau 2018, arXiv 1807.00734; Wang et al. 2018, arXiv 1809.00219")]
public sealed partial class RelativisticAverage;
