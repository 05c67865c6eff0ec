using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the relativistic pairing GAN (RpGAN) with the logistic loss. D minimises E[softplus(D(G(z)) - D(x))], and G minimises E[softplus(D(x) - D(G(z)))].</summary>
/// <remarks>Each fake logit is paired with the real logit at the same index. Without a penalty, training does not converge locally; <see cref="R3Gan"/> adds two. Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Coupling = Coupling.Relativistic, Source = "Jolicoeur-Martineau 2018, arXiv 1807.00734")]
public sealed partial class RelativisticPair;
