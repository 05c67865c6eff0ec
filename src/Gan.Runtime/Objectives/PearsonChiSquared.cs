using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The f-GAN of Pearson's χ² divergence, f(u) = (u - 1)².</summary>
/// <remarks>Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709). The logit is log(p/q); <see cref="LeastSquares"/> with the labels -1, 1, 0 measures another χ² by a bounded logit.</remarks>
[FDivergence("square(u - 1)")]
public sealed partial class PearsonChiSquared;
