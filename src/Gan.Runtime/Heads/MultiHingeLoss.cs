using Gan.Runtime.Heads;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the multi-hinge loss, in which one classifier over K + 1 classes takes the place of the logits D(x).</summary>
/// <remarks>
/// <para><see cref="DiscriminatorOutput.Classes"/> has K + 1 logits t for K classes. The last one, number K, is for generated samples. With
/// <c>h(x, c) = max(0, 1 + max over k != c of t_k(x) - t_c(x))</c>, the hinge of Crammer and Singer:</para>
/// <code>
/// D: E[h(x, y)] + E[h(G(z, y), K)]        G: E[h(G(z, y), y)]
/// </code>
/// <para>It is a complete loss, and does not need an objective beside it. Source: Kavalerov, Czaja and Chellappa 2021 (arXiv 1912.04216).</para>
/// </remarks>
public sealed class MultiHingeLoss : ConditionalLoss
{
    private protected override Tensor? AtReal(HeadBatch batch) => AtGenerated(batch);

    private protected override Tensor? AtFake(HeadBatch batch)
    {
        var classes = batch.SeveralClasses;
        return Classification.CrammerSinger(classes, full([classes.shape[0]], classes.shape[1] - 1, dtype: ScalarType.Int64, device: classes.device));
    }

    private protected override Tensor AtGenerated(HeadBatch batch)
    {
        var classes = batch.SeveralClasses;
        return Classification.CrammerSinger(classes, batch.LabelsOf(classes, classes.shape[1] - 1));
    }
}
