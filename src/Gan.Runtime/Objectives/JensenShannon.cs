using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the f-GAN of twice the Jensen-Shannon divergence, f(u) = u log u - (u + 1) log((u + 1)/2).</summary>
/// <remarks>It is <see cref="Vanilla"/> minus log 2 per logit, so the loss is 0 if the distributions are equal. Source: Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).</remarks>
[FDivergence("u * log(u) - (u + 1) * log((u + 1) / 2)")]
public sealed partial class JensenShannon;
