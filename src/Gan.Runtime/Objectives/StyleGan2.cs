using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>StyleGAN2: the logistic pair, R1 with γ = 10 at every 16th step, and path length with weight 2 at every 4th step of G.</summary>
/// <remarks>Karras et al. 2020 (arXiv 1912.04958), configuration F at 1024²; γ goes with the resolution. <see cref="LazyRegularization"/> has Adam's correction.</remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Source = "Karras et al. 2020, arXiv 1912.04958")]
[R1(Gamma = 10, Every = 16)]
[PathLength(Weight = 2, Decay = 0.99, Every = 4)]
public sealed partial class StyleGan2;
