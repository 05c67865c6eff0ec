using Gan.Runtime.Heads;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the classifier's loss of AC-GAN: both players make the class of each sample recognisable.</summary>
/// <remarks>
/// <para>With C the softmax of <see cref="DiscriminatorOutput.Classes"/> and CE = -log C(y | x):</para>
/// <code>
/// D: E[CE(x, y)] + E[CE(G(z, y), y)]        G: E[CE(G(z, y), y)]
/// </code>
/// <para>Source: Odena, Olah and Shlens 2017 (arXiv 1610.09585).</para>
/// </remarks>
public sealed class AcGanLoss : ConditionalLoss
{
    /// <summary>Gets or sets a value that indicates whether the classifier learns from generated samples too, as in the paper. The default is <see langword="true"/>.</summary>
    /// <remarks>Many later implementations train it on real samples alone.</remarks>
    public bool LearnsFromFake { get; init; } = true;

    private protected override Tensor? AtReal(HeadBatch batch) => AtGenerated(batch);

    private protected override Tensor? AtFake(HeadBatch batch) => LearnsFromFake ? AtGenerated(batch) : null;

    private protected override Tensor AtGenerated(HeadBatch batch)
    {
        var classes = batch.Classes;
        return Classification.CrossEntropy(classes, batch.LabelsOf(classes, classes.shape[1]));
    }
}
