using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The Wasserstein critic with weight clipping at 0.01: call <c>ClipWeights</c> after each step of the critic's optimiser.</summary>
/// <remarks>Arjovsky, Chintala and Bottou 2017 (arXiv 1701.07875).</remarks>
[GanObjective(FD = "t", FG = "t", Source = "Arjovsky, Chintala and Bottou 2017, arXiv 1701.07875")]
[WeightClip(0.01)]
public sealed partial class Wasserstein;
