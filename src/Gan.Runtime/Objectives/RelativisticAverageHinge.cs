using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>RaHingeGAN: max(0, 1 - D̃(x)) and max(0, 1 + D̃(G(z))) for D, real and fake swapped for G, where D̃ is a logit less the mean of the other side's.</summary>
/// <remarks>Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[GanObjective(
    FD = "max(0, 1 + t)", FG = "max(0, 1 + t)", Coupling = Coupling.RelativisticAverage,
    Source = "Jolicoeur-Martineau 2018, arXiv 1807.00734")]
public sealed partial class RelativisticAverageHinge;
