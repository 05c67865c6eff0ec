using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>The loss of one batch of logits and its gradient, both ways.</summary>
internal static class SeparatePass
{
    public static double Run<TFormula>(TFormula formula, LossSide side, double weight, Tensor? gradient, Tensor? losses)
        where TFormula : struct, ILossFormula
    {
        var factor = weight * side.Factor;
        var memory = side.Memory with
        {
            Gradient = LossSide.AddressOf(gradient),
            GradientFactor = factor,
            Losses = LossSide.AddressOf(losses),
            LossFactor = weight,
        };
        return factor * LossKernel.Run<TFormula, PlainLogit>(formula, memory, side.Logits.dtype).Loss;
    }

    public static Tensor Compose<TFormula>(TFormula formula, LossSide side)
        where TFormula : struct, ILossFormula => side.Reduction.Of(formula.Loss(side.Reduction.Covered(side.Logits)));

    public static Tensor Differentiate<TFormula>(TFormula formula, LossSide side, Tensor incoming)
        where TFormula : struct, ILossFormula
    {
        var logits = side.Reduction.Covered(side.Logits);
        var slopes = formula.Slope(logits);
        // A slope that is t itself is the caller's tensor.
        return side.Reduction.Weighted(slopes, incoming, isOwned: !ReferenceEquals(slopes, logits));
    }
}
