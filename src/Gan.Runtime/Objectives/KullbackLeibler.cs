using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the f-GAN of the Kullback-Leibler divergence KL(p ‖ q), f(u) = u log u, whose minimum covers every mode of the data.</summary>
/// <remarks>D's logit is v = log(p/q). Keep the logits small, because the loss of a fake logit is eᵛ. Source: Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709).</remarks>
[FDivergence("u * log(u)")]
public sealed partial class KullbackLeibler;
