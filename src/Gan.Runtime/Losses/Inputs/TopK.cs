using Gan.Dsl;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Chooses the samples of a batch with the highest logits, from which a generator learns in top-k training.</summary>
/// <remarks>
/// An objective with <c>[TopK]</c> does this in the generator's step. In a loop of your own, pass the mask to the loss: <c>objective.GeneratorLoss(logits, new LossReduction(nn.Reduction.Mean) { Mask = TopK.Mask(logits, 0.5) })</c>.
/// Source: Sinha, Zhao, Goyal, Raffel and Odena 2020 (arXiv 2002.06224).
/// </remarks>
public static class TopK
{
    // Of 100 samples, a share of 0.29 is 29, though 0.29 * 100 is a little less in binary.
    private const double Rounding = 1e-9;

    /// <summary>Computes the mask of the samples with the highest logits: <c>floor(share * N)</c> of them, at least one.</summary>
    /// <param name="logits">The logits of any shape with the batch in dimension 0, floating point and not empty. If a sample has several, their mean decides.</param>
    /// <param name="share">The share of the batch, greater than 0 and at most 1.</param>
    /// <param name="sign">Whether the logits are energies, of which the lowest count. The default is <see cref="LogitSign.Logit"/>.</param>
    /// <returns>A Boolean tensor of shape [N] on the device of the logits.</returns>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty, not floating point or a scalar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not greater than 0 and at most 1, or the sign is not a member of its enumeration.</exception>
    public static Tensor Mask(Tensor logits, double share, LogitSign sign = LogitSign.Logit)
    {
        TensorChecks.NotEmpty(logits, nameof(logits));
        TensorChecks.FloatingPoint(logits, nameof(logits));
        if (logits.dim() == 0)
            throw new ArgumentException("The logits need a batch dimension: the tensor is a scalar.", nameof(logits));
        CheckShare(share, nameof(share));
        Ranges.Defined(sign, nameof(sign));
        using var scope = NewDisposeScope();
        return zeros(logits.shape[0], dtype: ScalarType.Bool, device: logits.device).index_fill_(0, Indices(logits, share, sign), true).MoveToOuterDisposeScope();
    }

    /// <summary>The logits of the chosen samples, in the order of the batch, with their graph.</summary>
    internal static Tensor Choose(Tensor logits, double share, LogitSign sign)
    {
        CheckShare(share, nameof(share));
        if (logits.dim() == 0)
            throw new InvalidOperationException("Top-k training needs a logit for each sample, but the discriminator returned a scalar.");
        return logits.index_select(0, Indices(logits, share, sign));
    }

    private static Tensor Indices(Tensor logits, double share, LogitSign sign)
    {
        var count = logits.shape[0];
        var scores = Precision.AtLeastFloat32(logits.detach()).reshape(count, -1).mean([1]);
        var chosen = Math.Max(1, (int)Math.Floor((share * count) + Rounding));
        return scores.topk(chosen, 0, largest: sign == LogitSign.Logit, sorted: false).indexes.sort(0).Values;
    }

    private static void CheckShare(double share, string parameterName)
    {
        if (!(share > 0 && share <= 1))
            throw new ArgumentOutOfRangeException(parameterName, share, "The share of the batch must be above 0 and at most 1.");
    }
}
