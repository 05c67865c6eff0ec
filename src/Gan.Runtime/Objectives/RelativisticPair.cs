using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>RpGAN: the logistic loss of each fake logit against the real one at its place, softplus(D(G(z)) - D(x)) for D, softplus(D(x) - D(G(z))) for G.</summary>
/// <remarks>Jolicoeur-Martineau 2018 (arXiv 1807.00734). Without a penalty it does not converge locally; <see cref="R3Gan"/> has two.</remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Coupling = Coupling.Relativistic, Source = "Jolicoeur-Martineau 2018, arXiv 1807.00734")]
public sealed partial class RelativisticPair;
