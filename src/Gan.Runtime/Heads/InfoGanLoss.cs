using Gan.Runtime.Heads;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents the loss of InfoGAN: the codes that a sample was generated from must be recognisable in it.</summary>
/// <remarks>
/// <para>Pass the codes in place of labels. With Q the distribution over codes that the heads state, both players minimise <c>-E[log Q(c | G(z, c))]</c>,
/// whose negative is a lower bound of the mutual information up to a constant:</para>
/// <code>
/// codes int64 [N]         the cross-entropy of <see cref="DiscriminatorOutput.Classes"/>
/// codes real [N, M]       the sum over m of (c_m - mu_m)^2 / (2 exp(v_m)) + v_m / 2 + log(2 pi) / 2
/// </code>
/// <para>with mu the <see cref="DiscriminatorOutput.CodeMeans"/> and v the <see cref="DiscriminatorOutput.CodeLogVariances"/>. For codes of both kinds, add two losses.
/// The term of D trains its heads on generated samples. Real samples have no codes.</para>
/// <para>Source: Chen et al. 2016 (arXiv 1606.03657).</para>
/// </remarks>
public sealed class InfoGanLoss : ConditionalLoss
{
    private protected override Tensor? AtReal(HeadBatch batch) => null;

    private protected override Tensor? AtFake(HeadBatch batch) => AtGenerated(batch);

    private protected override Tensor AtGenerated(HeadBatch batch)
    {
        if (batch.IsContinuous)
            return Gaussian(batch.Codes, batch.CodeMeans, batch.CodeLogVariances);
        var classes = batch.Classes;
        return Classification.CrossEntropy(classes, batch.LabelsOf(classes, classes.shape[1]));
    }

    private static Tensor Gaussian(Tensor codes, Tensor means, Tensor? logVariances)
    {
        var square = codes.sub(means).square();
        var twice = logVariances is null ? square : square.mul(logVariances.neg().exp()).add(logVariances);
        return twice.add(Math.Log(2 * Math.PI)).div(2).sum(1).mean();
    }
}
