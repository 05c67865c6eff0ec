using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The f-GAN of the reverse Kullback-Leibler divergence KL(q ‖ p), f(u) = -log u: it keeps to modes of the data.</summary>
/// <remarks>Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).</remarks>
[FDivergence("-log(u)")]
public sealed partial class ReverseKullbackLeibler;
