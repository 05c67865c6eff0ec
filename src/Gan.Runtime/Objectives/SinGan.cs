using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// SinGAN's patch critic: the Wasserstein pair over a map of logits, its gradient's norm held at 1 at each pixel, weight 0.1.
/// The reconstruction term, 10 times the mean squared error, is the training loop's.
/// </summary>
/// <remarks>Shaham, Dekel and Michaeli 2019 (arXiv 1905.01164).</remarks>
[GanObjective(FD = "t", FG = "t", Source = "Shaham, Dekel and Michaeli 2019, arXiv 1905.01164")]
[GradientPenalty(Weight = 0.1, Target = 1, Norm = GradientNorm.PerPixel)]
public sealed partial class SinGan;
