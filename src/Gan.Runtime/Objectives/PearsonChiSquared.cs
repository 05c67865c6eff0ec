using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the f-GAN of Pearson's χ² divergence, f(u) = (u - 1)².</summary>
/// <remarks>The optimal logit is log(p/q). <see cref="LeastSquares.PearsonLabels"/> measures another χ² divergence, with a bounded logit. Source: Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).</remarks>
[FDivergence("square(u - 1)")]
public sealed partial class PearsonChiSquared;
