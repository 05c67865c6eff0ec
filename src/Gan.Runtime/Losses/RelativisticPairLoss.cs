using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses;

/// <summary>Losses of t = D(G(z)) - D(x), each fake logit against the real one at its place.</summary>
/// <remarks>Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
internal static class RelativisticPairLoss
{
    /// <summary>weight times the reduction of φ of each pair.</summary>
    public static Tensor Of(LogitLoss loss, Tensor realLogits, Tensor fakeLogits, LossReduction reduction, LossPath path, double weight = 1)
    {
        using var scope = LossEvaluation.ScopeFor(fakeLogits, reduction);
        return LossEvaluation.Of(new PairTerm(loss, LossSides.OfPairs(realLogits, fakeLogits, reduction), weight), path, scope);
    }

    /// <summary>The mean of φ over the pairs, and its gradient in both sides.</summary>
    public static void Gradients(LogitLoss loss, Tensor realLogits, Tensor fakeLogits, LossPath path, LogitGradients gradients, double weight = 1)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        using var scope = LossEvaluation.ScopeFor(fakeLogits);
        gradients.Take(new PairTerm(loss, LossSides.OfPairs(realLogits, fakeLogits, LossReduction.Mean), weight), path, realLogits, fakeLogits);
    }
}
