using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the boundary-seeking GAN for continuous data. D minimises the loss of <see cref="Vanilla"/>, and G minimises E[½ D(G(z))²].</summary>
/// <remarks>G moves its samples to the decision boundary of D: ½ D(G(z))² = ½ (log σ(D(G(z))) - log(1 - σ(D(G(z)))))². Source: Hjelm et al. 2017 (arXiv 1702.08431).</remarks>
[GanObjective(FD = "softplus(t)", FG = "square(t) / 2", Source = "Hjelm et al. 2017, arXiv 1702.08431")]
public sealed partial class BoundarySeeking;
