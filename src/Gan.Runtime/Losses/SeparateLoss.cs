using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses;

/// <summary>Losses of objectives that take each logit by itself.</summary>
internal static class SeparateLoss
{
    /// <summary>weight times the reduction of φ of each logit.</summary>
    public static Tensor Of(LogitLoss loss, Tensor logits, string parameterName, LossReduction reduction, LossPath path, double weight = 1)
    {
        using var scope = LossEvaluation.ScopeFor(logits, reduction);
        var term = new SeparateTerm(loss, LossSide.Of(logits, parameterName, reduction), weight);
        return LossEvaluation.Of(term, path, scope);
    }

    /// <summary>The reduced losses of real and of fake logits, added.</summary>
    public static Tensor OfBoth(LogitLoss real, LogitLoss fake, Tensor realLogits, LossReduction realReduction, Tensor fakeLogits, LossReduction fakeReduction, LossPath path)
    {
        using var scope = LossEvaluation.ScopeFor(fakeLogits, realReduction, fakeReduction);
        return LossEvaluation.Of(new SeparateSumTerm(real, fake, LossSides.Of(realLogits, realReduction, fakeLogits, fakeReduction)), path, scope);
    }

    /// <summary>The mean of φ over the fake logits, and its gradient in them.</summary>
    public static void Gradients(LogitLoss loss, Tensor fakeLogits, LossPath path, LogitGradients gradients, double weight = 1)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        using var scope = LossEvaluation.ScopeFor(fakeLogits);
        gradients.Take(new SeparateTerm(loss, LossSide.Of(fakeLogits, nameof(fakeLogits), LossReduction.Mean), weight), path, real: null, fakeLogits);
    }

    /// <summary>The means over real and fake logits, added, and the gradient in both.</summary>
    public static void GradientsOfBoth(LogitLoss real, LogitLoss fake, Tensor realLogits, Tensor fakeLogits, LossPath path, LogitGradients gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        using var scope = LossEvaluation.ScopeFor(fakeLogits);
        gradients.Take(new SeparateSumTerm(real, fake, LossSides.Of(realLogits, LossReduction.Mean, fakeLogits, LossReduction.Mean)), path, realLogits, fakeLogits);
    }
}
