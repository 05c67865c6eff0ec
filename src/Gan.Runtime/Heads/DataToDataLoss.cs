using Gan.Runtime.Checks;
using Gan.Runtime.Heads;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the data-to-data cross-entropy (D2D-CE) of ReACGAN: embeddings approach the proxy of their class, and leave samples of other classes, but neither further than a margin.</summary>
/// <remarks>
/// <para>With f the embeddings, v the proxies, c(a, b) the cosine of the angle between a and b, T the temperature, and the margins p and n, the loss of sample i is</para>
/// <code>
/// a_i = min(0, c(f_i, v_i) - p) / T
/// -log exp(a_i) / (exp(a_i) + sum over j with y_j != y_i of exp(max(0, c(f_i, f_j) - n) / T))
/// </code>
/// <para>D's term is its mean over real samples, and G's term its mean over generated samples. Source: Kang, Shim, Cho and Park 2021 (arXiv 2111.01118).</para>
/// </remarks>
public sealed class DataToDataLoss : ConditionalLoss
{
    /// <summary>Gets or sets the temperature, finite and positive. The default is 0.5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and positive.</exception>
    public double Temperature { get; init => field = Ranges.Positive(value); } = 0.5;

    /// <summary>Gets or sets the margin p from -1 to 1: a sample that is nearer to its proxy counts as easy. The default is 0.98.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from -1 to 1.</exception>
    public double PositiveMargin { get; init => field = Ranges.Cosine(value); } = 0.98;

    /// <summary>Gets or sets the margin n from -1 to 1: samples that are further apart count as easy. The default is 0.02.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from -1 to 1.</exception>
    public double NegativeMargin { get; init => field = Ranges.Cosine(value); } = 0.02;

    private protected override Tensor? AtReal(HeadBatch batch) => AtGenerated(batch);

    private protected override Tensor? AtFake(HeadBatch batch) => null;

    private protected override Tensor AtGenerated(HeadBatch batch)
    {
        var (embeddings, proxies) = (batch.Embeddings, batch.Proxies);
        var labels = batch.LabelsOf(embeddings, classes: null);
        var own = Similarity.Between(embeddings, proxies).sub(PositiveMargin).clamp_max(0).div(Temperature);
        var others = Similarity.Within(embeddings).sub(NegativeMargin).clamp_min(0).div(Temperature);
        return Similarity.LogSumExp(own, others, Similarity.SameClass(labels).logical_not()).sub(own.squeeze(1)).mean();
    }
}
