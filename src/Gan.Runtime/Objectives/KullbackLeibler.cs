using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The f-GAN of the Kullback-Leibler divergence KL(p ‖ q), f(u) = u log u: it covers every mode of the data.</summary>
/// <remarks>Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709). D's logit is v = log(p/q), and the loss of a fake one eᵛ: keep it small.</remarks>
[FDivergence("u * log(u)")]
public sealed partial class KullbackLeibler;
