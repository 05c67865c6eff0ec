using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the f-GAN of the reverse Kullback-Leibler divergence KL(q ‖ p), f(u) = -log u, whose minimum can leave out modes of the data.</summary>
/// <remarks>Source: Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).</remarks>
[FDivergence("-log(u)")]
public sealed partial class ReverseKullbackLeibler;
