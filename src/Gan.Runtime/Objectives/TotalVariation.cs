using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The f-GAN of the total variation, f(u) = ½|u - 1|, by the paper's activation ½ tanh(v).</summary>
/// <remarks>Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).</remarks>
[FDivergence("0.5 * abs(u - 1)")]
public sealed partial class TotalVariation;
