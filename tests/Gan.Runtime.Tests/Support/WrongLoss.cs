using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Support;

/// <summary>Losses with one mistake each, made from a right one: what a check must notice.</summary>
public static class WrongLoss
{
    /// <summary>A loss without leaks, whatever its formula does.</summary>
    public static Func<Tensor, Tensor> Scoped(Func<Tensor, Tensor> formula) => logits =>
    {
        using var scope = NewDisposeScope();
        return formula(logits).MoveToOuterDisposeScope();
    };

    /// <summary>The right value with a gradient that is off by a factor.</summary>
    public static Func<Tensor, Tensor> WithGradientTimes(this SampleLoss loss, double factor) => Scoped(logits =>
    {
        var mean = loss.Mean(logits);
        return mean.mul(factor).add(mean.detach().mul(1 - factor));
    });

    public static Func<Tensor, Tensor> WithValueTimes(this SampleLoss loss, double factor) => Scoped(logits => loss.Mean(logits).mul(factor));
}
