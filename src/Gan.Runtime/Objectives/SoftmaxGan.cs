using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// Represents Softmax GAN: the cross-entropy of a softmax over all logits of both batches. D puts the probability on the real samples in equal parts, and G puts it on all samples in equal parts.
/// </summary>
/// <remarks>
/// With the logits as minus the paper's energies, D minimises E[-D(x)] + log Z, and G minimises log Z - (E[D(x)] + E[D(G(z))]) / 2, where Z is the sum of e^t over the logits t of both batches.
/// Both batches have the same size. Source: Lin 2017 (arXiv 1704.06191).
/// </remarks>
[GanObjective(
    Real = "-t", Fake = "logsumexp(real) + softplus(logsumexp(fake) - logsumexp(real))", Generator = "logsumexp(real) + softplus(logsumexp(fake) - logsumexp(real)) - (mean(real) + t) / 2",
    Source = "Lin 2017, arXiv 1704.06191")]
public sealed partial class SoftmaxGan;
