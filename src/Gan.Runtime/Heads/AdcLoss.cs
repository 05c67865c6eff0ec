using Gan.Runtime.Heads;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the classifier's loss of ADC-GAN (auxiliary discriminative classifier), which recognises for each class whether a sample of it is real.</summary>
/// <remarks>
/// <para><see cref="DiscriminatorOutput.Classes"/> has 2K logits for K classes: number 2y for real samples of class y, and number 2y + 1 for generated ones. With CE(x, c) = -log C(c | x):</para>
/// <code>
/// D: E[CE(x, 2y)] + E[CE(G(z, y), 2y + 1)]        G: E[CE(G(z, y), 2y)] - E[CE(G(z, y), 2y + 1)]
/// </code>
/// <para>Source: Hou et al. 2022 (arXiv 2107.10060).</para>
/// </remarks>
public sealed class AdcLoss : ConditionalLoss
{
    private protected override Tensor? AtReal(HeadBatch batch) => CrossEntropy(batch, fake: 0);

    private protected override Tensor? AtFake(HeadBatch batch) => CrossEntropy(batch, fake: 1);

    private protected override Tensor AtGenerated(HeadBatch batch) => CrossEntropy(batch, fake: 0).sub(CrossEntropy(batch, fake: 1));

    private static Tensor CrossEntropy(HeadBatch batch, long fake)
    {
        var classes = batch.EvenClasses;
        return Classification.CrossEntropy(classes, batch.LabelsOf(classes, classes.shape[1] / 2).mul(2).add(fake));
    }
}
