using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the f-GAN of the squared Hellinger distance, f(u) = (√u - 1)².</summary>
/// <remarks>Source: Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).</remarks>
[FDivergence("square(sqrt(u) - 1)")]
public sealed partial class SquaredHellinger;
