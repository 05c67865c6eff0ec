using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// Represents the patch critic of SinGAN: the Wasserstein loss over a map of logits, and a penalty of weight 0.1 that keeps the gradient norm of D near 1 at each pixel.
/// </summary>
/// <remarks>The training loop adds the reconstruction loss, 10 times the mean squared error. Source: Shaham, Dekel and Michaeli 2019 (arXiv 1905.01164).</remarks>
[GanObjective(FD = "t", FG = "t", Source = "Shaham, Dekel and Michaeli 2019, arXiv 1905.01164")]
[GradientPenalty(Weight = 0.1, Target = 1, Norm = GradientNorm.PerPixel)]
public sealed partial class SinGan;
