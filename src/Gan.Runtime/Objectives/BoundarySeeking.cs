using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Boundary-seeking GAN for continuous data: D as in <see cref="Vanilla"/>, and G minimises ½ (log σ(D(G(z))) - log(1 - σ(D(G(z)))))² = ½ D(G(z))²: it seeks where D cannot tell.</summary>
/// <remarks>Hjelm et al. 2017 (arXiv 1702.08431).</remarks>
[GanObjective(FD = "softplus(t)", FG = "square(t) / 2", Source = "Hjelm et al. 2017, arXiv 1702.08431")]
public sealed partial class BoundarySeeking;
