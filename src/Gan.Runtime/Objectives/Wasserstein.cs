using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the Wasserstein GAN with weight clipping at 0.01. D minimises E[-D(x)] + E[D(G(z))], and G minimises E[-D(G(z))].</summary>
/// <remarks>Call <c>ClipWeights</c> after each step of the critic's optimiser. Source: Arjovsky, Chintala and Bottou 2017 (arXiv 1701.07875).</remarks>
[GanObjective(FD = "t", FG = "t", Source = "Arjovsky, Chintala and Bottou 2017, arXiv 1701.07875")]
[WeightClip(0.01)]
public sealed partial class Wasserstein;
