using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the f-GAN of the total variation, f(u) = ½|u - 1|, with the activation ½ tanh(v) of the paper.</summary>
/// <remarks>Source: Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).</remarks>
[FDivergence("0.5 * abs(u - 1)")]
public sealed partial class TotalVariation;
