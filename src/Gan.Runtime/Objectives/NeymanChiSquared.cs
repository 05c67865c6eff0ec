using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the f-GAN of Neyman's χ² divergence, f(u) = (1 - u)²/u.</summary>
/// <remarks>Source: Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).</remarks>
[FDivergence("square(1 - u) / u")]
public sealed partial class NeymanChiSquared;
