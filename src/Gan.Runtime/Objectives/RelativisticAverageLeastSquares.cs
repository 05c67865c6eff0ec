using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the relativistic average GAN with the least-squares loss (RaLSGAN). D minimises E[(D̃(x) - 1)²] + E[(D̃(G(z)) + 1)²].</summary>
/// <remarks>D̃ is a logit minus the mean logit of the other kind. G minimises the same loss with real and fake logits swapped. Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[GanObjective(
    FD = "square(1 + t)", FG = "square(1 + t)", Coupling = Coupling.RelativisticAverage,
    Source = "Jolicoeur-Martineau 2018, arXiv 1807.00734")]
public sealed partial class RelativisticAverageLeastSquares;
