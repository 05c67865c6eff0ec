using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// The minimax GAN: D classifies by cross entropy, -log σ(D(x)) - log(1 - σ(D(G(z)))), and G minimises log(1 - σ(D(G(z)))).
/// G's gradient vanishes where D wins; <see cref="NonSaturating"/> is what one trains.
/// </summary>
/// <remarks>Goodfellow et al. 2014 (arXiv 1406.2661).</remarks>
[GanObjective(FD = "softplus(t)", FG = "-softplus(-t)", Source = "Goodfellow et al. 2014, arXiv 1406.2661")]
public sealed partial class Vanilla;
