using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>RaLSGAN: (D̃(x) - 1)² and (D̃(G(z)) + 1)² for D, real and fake swapped for G, where D̃ is a logit less the mean of the other side's.</summary>
/// <remarks>Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[GanObjective(
    FD = "square(1 + t)", FG = "square(1 + t)", Coupling = Coupling.RelativisticAverage,
    Source = "Jolicoeur-Martineau 2018, arXiv 1807.00734")]
public sealed partial class RelativisticAverageLeastSquares;
