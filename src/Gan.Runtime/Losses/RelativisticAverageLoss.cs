using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses;

/// <summary>Losses of each logit less the mean of the other side, D̃(x) = D(x) - E D(G(z)) and D̃(G(z)) = D(G(z)) - E D(x).</summary>
/// <remarks>Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
internal static class RelativisticAverageLoss
{
    /// <summary>weight times the sum of both sides' reduced losses; what a mask covers is not in a mean.</summary>
    public static Tensor Of(
        LogitLoss ofReal, LogitLoss ofFake, Tensor realLogits, LossReduction realReduction, Tensor fakeLogits, LossReduction fakeReduction, LossPath path, double weight = 1)
    {
        using var scope = LossEvaluation.ScopeFor(fakeLogits, realReduction, fakeReduction);
        var term = new AverageTerm(ofReal, ofFake, LossSides.Of(realLogits, realReduction, fakeLogits, fakeReduction), weight);
        return LossEvaluation.Of(term, path, scope);
    }

    /// <summary>The means over both sides, added, and the gradient in both.</summary>
    public static void Gradients(LogitLoss ofReal, LogitLoss ofFake, Tensor realLogits, Tensor fakeLogits, LossPath path, LogitGradients gradients, double weight = 1)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        using var scope = LossEvaluation.ScopeFor(fakeLogits);
        var term = new AverageTerm(ofReal, ofFake, LossSides.Of(realLogits, LossReduction.Mean, fakeLogits, LossReduction.Mean), weight);
        gradients.Take(term, path, realLogits, fakeLogits);
    }
}
