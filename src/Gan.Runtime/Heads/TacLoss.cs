using Gan.Runtime.Heads;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the classifiers' loss of TAC-GAN (twin auxiliary classifiers): a second classifier removes the bias of AC-GAN towards samples that are easy to classify.</summary>
/// <remarks>
/// <para>With C the softmax of <see cref="DiscriminatorOutput.Classes"/>, T the softmax of <see cref="DiscriminatorOutput.TwinClasses"/>, and CE = -log C(y | x) or -log T(y | x):</para>
/// <code>
/// D: E[CE_C(x, y)] + E[CE_C(G(z, y), y)] + E[CE_T(G(z, y), y)]        G: E[CE_C(G(z, y), y)] - E[CE_T(G(z, y), y)]
/// </code>
/// <para>Source: Gong et al. 2019 (arXiv 1907.02690).</para>
/// </remarks>
public sealed class TacLoss : ConditionalLoss
{
    /// <summary>Gets or sets a value that indicates whether the classifier C learns from generated samples too, as in the paper. The default is <see langword="true"/>.</summary>
    public bool LearnsFromFake { get; init; } = true;

    private protected override Tensor? AtReal(HeadBatch batch) => CrossEntropy(batch, batch.Classes);

    private protected override Tensor? AtFake(HeadBatch batch)
    {
        var twin = CrossEntropy(batch, batch.TwinClasses);
        return LearnsFromFake ? twin.add(CrossEntropy(batch, batch.Classes)) : twin;
    }

    private protected override Tensor AtGenerated(HeadBatch batch) => CrossEntropy(batch, batch.Classes).sub(CrossEntropy(batch, batch.TwinClasses));

    private static Tensor CrossEntropy(HeadBatch batch, Tensor classes) => Classification.CrossEntropy(classes, batch.LabelsOf(classes, classes.shape[1]));
}
