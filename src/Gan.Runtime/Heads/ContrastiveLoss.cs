using Gan.Runtime.Checks;
using Gan.Runtime.Heads;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the conditional contrastive loss (2C) of ContraGAN: embeddings are near the proxy of their class and near each other within a class, and far from the other samples.</summary>
/// <remarks>
/// <para>With l the embeddings, e the proxies, and s(a, b) the cosine of the angle between a and b divided by the temperature, the loss of sample i is</para>
/// <code>
/// -log (exp s(l_i, e_i) + sum over k != i with y_k = y_i of exp s(l_i, l_k)) / (exp s(l_i, e_i) + sum over k != i of exp s(l_i, l_k))
/// </code>
/// <para>D's term is its mean over real samples, and G's term its mean over generated samples. Source: Kang and Park 2020 (arXiv 2006.12681).</para>
/// </remarks>
public sealed class ContrastiveLoss : ConditionalLoss
{
    /// <summary>Gets or sets the temperature, finite and positive. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and positive.</exception>
    public double Temperature { get; init => field = Ranges.Positive(value); } = 1;

    private protected override Tensor? AtReal(HeadBatch batch) => AtGenerated(batch);

    private protected override Tensor? AtFake(HeadBatch batch) => null;

    private protected override Tensor AtGenerated(HeadBatch batch)
    {
        var (embeddings, proxies) = (batch.Embeddings, batch.Proxies);
        var labels = batch.LabelsOf(embeddings, classes: null);
        var own = Similarity.Between(embeddings, proxies).div(Temperature);
        var others = Similarity.Within(embeddings).div(Temperature);
        var isOther = Similarity.Itself(labels).logical_not();
        return Similarity.LogSumExp(own, others, isOther).sub(Similarity.LogSumExp(own, others, isOther.logical_and(Similarity.SameClass(labels)))).mean();
    }
}
