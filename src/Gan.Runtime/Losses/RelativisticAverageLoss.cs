using System.ComponentModel;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Losses of each logit less the mean of the other side, D̃(x) = D(x) - E D(G(z)) and D̃(G(z)) = D(G(z)) - E D(x), for generated code.</summary>
/// <remarks>Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RelativisticAverageLoss
{
    /// <summary>weight times the sum of both sides' reduced losses; what a mask covers is not in a mean.</summary>
    public static Tensor Of<TReal, TFake>(
        TReal ofReal, TFake ofFake, Tensor realLogits, LossReduction realReduction, Tensor fakeLogits, LossReduction fakeReduction, LossPath path, double weight = 1)
        where TReal : struct, ILossFormula
        where TFake : struct, ILossFormula
    {
        using var scope = LossEvaluation.ScopeFor(fakeLogits, realReduction, fakeReduction);
        var term = new AverageTerm<TReal, TFake>(ofReal, ofFake, LossSides.Of(realLogits, realReduction, fakeLogits, fakeReduction), weight);
        return LossEvaluation.Of(term, path, scope);
    }

    /// <summary>The means over both sides, added, and the gradient in both.</summary>
    public static void Gradients<TReal, TFake>(TReal ofReal, TFake ofFake, Tensor realLogits, Tensor fakeLogits, LossPath path, LogitGradients gradients, double weight = 1)
        where TReal : struct, ILossFormula
        where TFake : struct, ILossFormula
    {
        ArgumentNullException.ThrowIfNull(gradients);
        using var scope = LossEvaluation.ScopeFor(fakeLogits);
        var term = new AverageTerm<TReal, TFake>(ofReal, ofFake, LossSides.Of(realLogits, LossReduction.Mean, fakeLogits, LossReduction.Mean), weight);
        gradients.Take(term, path, realLogits, fakeLogits);
    }
}
