using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The f-GAN of twice the Jensen-Shannon divergence, f(u) = u log u - (u + 1) log((u + 1)/2): <see cref="Vanilla"/> less log 2 a logit, so that equal distributions have the loss 0.</summary>
/// <remarks>Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).</remarks>
[FDivergence("u * log(u) - (u + 1) * log((u + 1) / 2)")]
public sealed partial class JensenShannon;
