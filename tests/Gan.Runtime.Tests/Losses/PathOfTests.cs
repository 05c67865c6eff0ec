using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Losses;

/// <summary>Which way a loss takes, and that it can be forced.</summary>
public sealed class PathOfTests
{
    [Fact]
    public void TheKernelReadsContiguousSingleAndDoublePrecisionOnTheCpu()
    {
        using var scope = NewDisposeScope();
        var info = Objectives.Logistic.Info;
        Assert.Equal(LossPath.Kernel, info.PathOf(zeros(3, 1)));
        Assert.Equal(LossPath.Kernel, info.PathOf(zeros(3, ScalarType.Float64)));
        Assert.Equal(LossPath.Kernel, info.PathOf(zeros(3), new LossReduction(nn.Reduction.Mean) { Weights = ones(3) }));
        Assert.Equal(LossPath.Composed, info.PathOf(zeros(3, ScalarType.BFloat16)));
        Assert.Equal(LossPath.Composed, info.PathOf(zeros(3, 2).t()));
        Assert.Equal(LossPath.Composed, info.PathOf(zeros(3), new LossReduction(nn.Reduction.Mean) { Weights = ones(3).requires_grad_(true) }));
        Assert.Throws<ArgumentException>(() => info.PathOf(zeros(0)));
    }

    [Fact]
    public void OneWayCanBeForced()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(LossPath.Composed, new LogisticR1 { LossPath = LossPath.Composed }.Info.PathOf(zeros(3)));
        var kernel = new LogisticR1 { LossPath = LossPath.Kernel };
        Assert.Equal(LossPath.Kernel, kernel.Info.PathOf(zeros(3)));
        Assert.Contains("LossPath.Kernel is for contiguous float32", Assert.Throws<InvalidOperationException>(() => kernel.GeneratorLoss(zeros(3, 2).t())).Message);
        Assert.Throws<InvalidOperationException>(() => kernel.Info.PathOf(zeros(3, ScalarType.Float16)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticR1 { LossPath = (LossPath)7 });
    }

    [Fact]
    public void TheReasonIsTold()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("compiled from the formula for this CPU", Reason(zeros(3)));
        Assert.Equal("because the logits are not contiguous", Reason(zeros(3, 2).t()));
        Assert.Equal("because logits of a half type are computed in float32", Reason(zeros(3, ScalarType.Float16)));
        Assert.Equal("because the weights require a gradient", Reason(zeros(3), new LossReduction(nn.Reduction.Mean) { Weights = ones(3).requires_grad_(true) }));
        new LogisticR1 { LossPath = LossPath.Composed }.Info.PathOf(zeros(3), out var reason);
        Assert.Equal("because LossPath is Composed", reason);
    }

    private static string Reason(Tensor logits, LossReduction? reduction = null)
    {
        Objectives.Logistic.Info.PathOf(logits, out var reason, reduction);
        return reason;
    }

    [Fact]
    public void TheWayIsNoPartOfAnObjective() => Assert.Equal(new LogisticR1(), new LogisticR1 { LossPath = LossPath.Composed });
}
