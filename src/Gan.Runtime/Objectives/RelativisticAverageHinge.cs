using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the relativistic average GAN with the hinge loss (RaHingeGAN). D minimises E[max(0, 1 - D̃(x))] + E[max(0, 1 + D̃(G(z)))].</summary>
/// <remarks>D̃ is a logit minus the mean logit of the other kind. G minimises the same loss with real and fake logits swapped. Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[GanObjective(
    FD = "max(0, 1 + t)", FG = "max(0, 1 + t)", Coupling = Coupling.RelativisticAverage,
    Source = "Jolicoeur-Martineau 2018, arXiv 1807.00734")]
public sealed partial class RelativisticAverageHinge;
