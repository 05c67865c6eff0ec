using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses;

/// <summary>Losses with statistics of the batches.</summary>
internal static class BatchLosses
{
    /// <summary>weight times the loss of both batches.</summary>
    public static Tensor Of(BatchLoss loss, Tensor realLogits, LossReduction realReduction, Tensor fakeLogits, LossReduction fakeReduction, LossPath path, double weight = 1)
    {
        using var scope = LossEvaluation.ScopeFor(fakeLogits, realReduction, fakeReduction);
        return LossEvaluation.Of(new BatchTerm(loss, Checked(loss, LossSides.Of(realLogits, realReduction, fakeLogits, fakeReduction)), weight), path, scope);
    }

    /// <summary>weight times a loss that reads the fake logits alone.</summary>
    public static Tensor Of(BatchLoss loss, Tensor fakeLogits, LossReduction reduction, LossPath path, double weight)
    {
        using var scope = LossEvaluation.ScopeFor(fakeLogits, reduction);
        return LossEvaluation.Of(new BatchTerm(loss, Checked(loss, [LossSide.Of(fakeLogits, nameof(fakeLogits), reduction)]), weight), path, scope);
    }

    /// <summary>The mean loss of both batches, and its gradient in both.</summary>
    public static void Gradients(BatchLoss loss, Tensor realLogits, Tensor fakeLogits, LossPath path, LogitGradients gradients, double weight = 1)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        using var scope = LossEvaluation.ScopeFor(fakeLogits);
        gradients.Take(new BatchTerm(loss, LossSides.Of(realLogits, LossReduction.Mean, fakeLogits, LossReduction.Mean), weight), path, realLogits, fakeLogits);
    }

    /// <summary>The mean of a loss that reads the fake logits alone, and its gradient in them.</summary>
    public static void Gradients(BatchLoss loss, Tensor fakeLogits, LossPath path, LogitGradients gradients, double weight)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        using var scope = LossEvaluation.ScopeFor(fakeLogits);
        gradients.Take(new BatchTerm(loss, [LossSide.Of(fakeLogits, nameof(fakeLogits), LossReduction.Mean)], weight), path, real: null, fakeLogits);
    }

    /// <summary>A statistic needs at least one logit. How many a mask on a GPU leaves would have to be waited for: of none, the statistic is NaN.</summary>
    private static LossSide[] Checked(BatchLoss loss, LossSide[] sides)
    {
        foreach (var side in Enumerable.Range(0, loss.Statistics.Count).Select(k => sides[loss.IndexOf(k, sides.Length)]).Distinct())
            side.Reduction.CheckLeavesOne(side.Logits);
        return sides;
    }
}
