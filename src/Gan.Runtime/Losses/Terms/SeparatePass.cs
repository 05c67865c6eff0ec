using Gan.Runtime.Cuda.Driver;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>The loss of one batch of logits and its gradient, both ways.</summary>
internal static class SeparatePass
{
    public static double Run(LogitLoss loss, LossSide side, double weight, Tensor? gradient, Tensor? losses)
    {
        var factor = weight * side.Factor;
        var memory = side.Memory with
        {
            Gradient = DeviceMemory.AddressOf(gradient),
            GradientFactor = factor,
            Losses = DeviceMemory.AddressOf(losses),
            LossFactor = weight,
        };
        return factor * loss.OfLogits(memory, side.Logits.dtype).Loss;
    }

    public static Tensor Compose(LogitLoss loss, LossSide side) =>
        loss.HasConstantSlope && side.Reduction is { Kind: not nn.Reduction.None, Weights: null, Mask: null }
            ? ComposeLine(loss, side)
            : side.Reduction.Of(loss.Loss(side.Reduction.Covered(side.Logits)));

    /// <summary>E[b + a t] = b + a E t: one pass over the logits, and no tensor of their size.</summary>
    private static Tensor ComposeLine(LogitLoss loss, LossSide side)
    {
        var (b, a) = loss.AtZero;
        var isMean = side.Reduction.Kind == nn.Reduction.Mean;
        var reduced = isMean ? side.Logits.mean() : side.Logits.sum();
        var scaled = a == 1 ? reduced : a == -1 ? reduced.neg() : reduced.mul(a);
        return b == 0 ? scaled : scaled.add(isMean ? b : b * side.Logits.numel());
    }

    public static Tensor Differentiate(LogitLoss loss, LossSide side, Tensor incoming)
    {
        var logits = side.Reduction.Covered(side.Logits);
        var slopes = loss.Slope(logits);
        // A slope that is t itself is the caller's tensor.
        return side.Reduction.Weighted(slopes, incoming, isOwned: !ReferenceEquals(slopes, logits));
    }
}
