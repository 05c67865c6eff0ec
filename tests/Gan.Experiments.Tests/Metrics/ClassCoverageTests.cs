using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

public sealed class ClassCoverageTests
{
    private static readonly double[][] Logits = [[3, 0, 0, 0], [1, 2, 0, 0], [0, 0, 1, 0], [2, 1, 1, 1]];

    // Shares 1/2, 1/4, 1/4, 0. The divergence was computed by a Python script; from equal shares it is log 4 less the entropy 3/2 log 2.
    [Fact]
    public void OfASmallSetItIsTheFormula()
    {
        using var scope = NewDisposeScope();
        var result = ClassCoverage.Of(Rows.Of(Logits), [1, 2, 3, 4]);
        Assert.Equal([0.5, 0.25, 0.25, 0], result.Shares);
        Assert.Equal((4, 3), (result.Classes, result.Covered));
        Assert.Equal(0.814924454847114, result.Divergence, 1e-12);
        Assert.Equal(0.45, result.TotalVariation, 1e-12);
        Assert.Equal(Math.Log(2) / 2, ClassCoverage.Of(Rows.Of(Logits)).Divergence, 1e-12);
        Assert.Equal(0.25, ClassCoverage.Of(Rows.Of(Logits)).TotalVariation, 1e-12);
        Assert.Equal(1, ClassCoverage.Of(Rows.Of(Logits), least: 2).Covered);
    }

    [Fact]
    public void ConfidenceIsTheMeanLargestProbability()
    {
        using var scope = NewDisposeScope();
        double One(double[] row) => row.Max(Math.Exp) / row.Sum(Math.Exp);
        Assert.Equal(Logits.Average(One), ClassCoverage.Of(Rows.Of(Logits)).Confidence, 1e-12);
        Assert.Equal(0.1, ClassCoverage.Of(zeros(3, 10)).Confidence, 1e-12);
        Assert.Equal(1, ClassCoverage.Of(Rows.Of([1e6, 0], [0, 1e6])).Confidence, 1e-12);
    }

    [Fact]
    public void EqualSharesHaveNoDivergence()
    {
        using var scope = NewDisposeScope();
        var result = ClassCoverage.Of(eye(7), Enumerable.Repeat(0.3, 7).ToArray());
        Assert.Equal((7, 0.0), (result.Covered, result.Divergence), (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 1e-12);
        Assert.Equal(0, result.TotalVariation, 1e-12);
    }

    [Fact]
    public void CollapseOnOneClassIsLogOfTheirNumber()
    {
        using var scope = NewDisposeScope();
        var result = ClassCoverage.Of(Rows.Of([.. Enumerable.Repeat<double[]>([0, 9, 0, 0, 0], 20)]));
        Assert.Equal(1, result.Covered);
        Assert.Equal(Math.Log(5), result.Divergence, 1e-12);
        Assert.Equal(0.8, result.TotalVariation, 1e-12);
    }

    [Fact]
    public void AClassThatTheReferenceLacksIsInfinitelyFar()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(double.PositiveInfinity, ClassCoverage.Of(Rows.Of(Logits), [0, 1, 1, 1]).Divergence);
        Assert.True(double.IsFinite(ClassCoverage.Of(Rows.Of(Logits), [1, 1, 1, 0]).Divergence));
    }

    [Fact]
    public void RefusesWrongArguments()
    {
        using var scope = NewDisposeScope();
        var logits = Rows.Of(Logits);
        Assert.Throws<ArgumentNullException>(() => ClassCoverage.Of(null!));
        Assert.Throws<ArgumentException>(() => ClassCoverage.Of(zeros(4, 1)));
        Assert.Throws<ArgumentException>(() => ClassCoverage.Of(zeros(0, 4)));
        Assert.Throws<ArgumentException>(() => ClassCoverage.Of(logits.mul(double.NaN)));
        Assert.Throws<ArgumentException>(() => ClassCoverage.Of(logits, [1, 1, 1]));
        foreach (var bad in new[] { -1, double.NaN, double.PositiveInfinity })
            Assert.Throws<ArgumentException>(() => ClassCoverage.Of(logits, [1, 1, 1, bad]));
        Assert.Throws<ArgumentException>(() => ClassCoverage.Of(logits, [0, 0, 0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassCoverage.Of(logits, least: 0));
    }

    [Fact]
    public void LeavesNoTensorBehind()
    {
        using var scope = NewDisposeScope();
        var logits = Rows.Of(Logits);
        Live.AssertUnchanged(() => ClassCoverage.Of(logits));
    }
}
