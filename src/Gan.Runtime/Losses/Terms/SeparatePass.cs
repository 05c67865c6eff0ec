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
        where TFormula : struct, ILossFormula =>
        TFormula.HasConstantSlope && side.Reduction is { Kind: not nn.Reduction.None, Weights: null, Mask: null }
            ? ComposeLine(formula, side)
            : side.Reduction.Of(formula.Loss(side.Reduction.Covered(side.Logits)));

    /// <summary>E[b + a t] = b + a E t: one pass over the logits, and no tensor of their size.</summary>
    private static Tensor ComposeLine<TFormula>(TFormula formula, LossSide side)
        where TFormula : struct, ILossFormula
    {
        formula.Evaluate(Double1.All(0), out var atZero, out _, out var slope);
        var (a, b) = (SumOf(slope), SumOf(atZero));
        var isMean = side.Reduction.Kind == nn.Reduction.Mean;
        var reduced = isMean ? side.Logits.mean() : side.Logits.sum();
        var scaled = a == 1 ? reduced : a == -1 ? reduced.neg() : reduced.mul(a);
        return b == 0 ? scaled : scaled.add(isMean ? b : b * side.Logits.numel());
    }

    // A function of the lanes' interface is reached by a type parameter only.
    private static double SumOf<T>(T lanes)
        where T : struct, IDoubleLanes<T> => T.Sum(lanes);

    public static Tensor Differentiate<TFormula>(TFormula formula, LossSide side, Tensor incoming)
        where TFormula : struct, ILossFormula
    {
        var logits = side.Reduction.Covered(side.Logits);
        var slopes = formula.Slope(logits);
        // A slope that is t itself is the caller's tensor.
        return side.Reduction.Weighted(slopes, incoming, isOwned: !ReferenceEquals(slopes, logits));
    }
}
