using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the objective of StyleGAN2: the losses of <see cref="NonSaturating"/>, the R1 penalty with γ = 10 at every 16th step, and the path length penalty with a weight of 2 at every 4th step of G.</summary>
/// <remarks>The settings are configuration F at a resolution of 1024²; γ depends on the resolution. For the settings of Adam, see <see cref="LazyRegularization"/>. Source: Karras et al. 2020 (arXiv 1912.04958).</remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Source = "Karras et al. 2020, arXiv 1912.04958")]
[R1(Gamma = 10, Every = 16)]
[PathLength(Weight = 2, Decay = 0.99, Every = 4)]
public sealed partial class StyleGan2;
