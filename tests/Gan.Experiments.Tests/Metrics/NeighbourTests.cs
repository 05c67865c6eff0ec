using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

/// <summary>Precision, recall, density and coverage.</summary>
public sealed class NeighbourTests
{
    private static readonly double[][] X = [[1, 9], [2, 4], [4, 9], [0, 8], [0, 2], [6, 8]];
    private static readonly double[][] Y = [[5, 7], [4, 6], [13, 6], [8, 5], [10, 6]];

    // By a Python script in whole numbers and fractions. Without the balls' boundaries the numbers of k = 1 would be 1/5, 0, 1/5, 1/6.
    [Theory]
    [InlineData(1, 2 / 5.0, 1 / 6.0, 3 / 5.0, 1 / 2.0)]
    [InlineData(2, 4 / 5.0, 1 / 2.0, 9 / 10.0, 2 / 3.0)]
    public void OfASmallSetTheyAreTheFractions(int neighbours, double precision, double recall, double density, double coverage)
    {
        Is(X, Y, neighbours, precision, recall, density, coverage);
        Is([.. X.Reverse()], [Y[3], Y[1], Y[4], Y[0], Y[2]], neighbours, precision, recall, density, coverage);
        Is(Shifted(X, 64), Shifted(Y, 64), neighbours, precision, recall, density, coverage);
    }

    // More distances than a block holds.
    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void OfManySamplesTheyAreThoseOfAllPairs(int neighbours)
    {
        var (x, y) = (Rows.Normal(1, 2300, 3), Rows.Normal(2, 2100, 3, 1.4, 0.4));
        var (rx, ry) = (Radii(x, neighbours), Radii(y, neighbours));
        int[] balls = [.. y.Select(p => x.Where((c, i) => Rows.SquaredDistance(p, c) <= rx[i]).Count())];
        Is(
            x,
            y,
            neighbours,
            balls.Count(count => count > 0) / 2100.0,
            x.Count(p => y.Where((c, i) => Rows.SquaredDistance(p, c) <= ry[i]).Any()) / 2300.0,
            balls.Average() / neighbours,
            x.Where((c, i) => y.Any(p => Rows.SquaredDistance(p, c) <= rx[i])).Count() / 2300.0);
    }

    [Fact]
    public void EqualSetsCoverEachOther()
    {
        using var scope = NewDisposeScope();
        var x = Rows.Of(Rows.Normal(3, 200, 4));
        Assert.Equal(new PrecisionRecall(1, 1), PrecisionRecall.Of(x, x));
        // Each ball holds its centre and its k neighbours.
        Assert.Equal(new DensityCoverage(6 / 5.0, 1), DensityCoverage.Of(x, x));
    }

    [Fact]
    public void FarSetsDoNotMeet() => Is(X, Shifted(Y, 1000), 2, 0, 0, 0, 0);

    // A far real point has a ball of radius 98, which makes everything on the way to it precise. It is one of five balls, and of k = 2 it counts half.
    [Fact]
    public void AnOutlierFoolsPrecision() => Is([[0], [1], [2], [3], [100]], [[40], [50], [60]], 2, 1, 0, 1 / 2.0, 1 / 5.0);

    // The expected density is 1. A ball is empty if the k nearest of n - 1 real and m generated others are all real, which has the probability Π (n - 1 - i) / (n - 1 + m - i), i from 0 to k - 1.
    [Fact]
    public void OfOneDistributionTheyAreAsExpected()
    {
        var results = Enumerable.Range(0, 10).Select(i =>
        {
            using var scope = NewDisposeScope();
            return DensityCoverage.Of(Rows.Of(Rows.Normal(10 + i, 400, 3)), Rows.Of(Rows.Normal(100 + i, 400, 3)));
        }).ToArray();
        Assert.Equal(1, results.Average(r => r.Density), 0.05);
        var empty = Enumerable.Range(0, 5).Aggregate(1.0, (product, i) => product * (399 - i) / (799 - i));
        Assert.Equal(1 - empty, results.Average(r => r.Coverage), 0.01);
    }

    // The radii of k = 2 are 0, 0, 0, 5, 9; the generated points lie in 5, 2 and 0 balls.
    [Fact]
    public void DuplicatesAreNeighbours() => Is([[0], [0], [0], [5], [9]], [[0], [4], [20]], 2, 2 / 3.0, 1, 7 / 6.0, 1);

    [Fact]
    public void RefusesWrongArguments()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (rand(5, 2), rand(4, 2));
        Assert.Contains("generated has 4", Assert.Throws<ArgumentOutOfRangeException>(() => PrecisionRecall.Of(x, y, 4)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => PrecisionRecall.Of(x, y, 0));
        Assert.Contains("real has 5", Assert.Throws<ArgumentOutOfRangeException>(() => DensityCoverage.Of(x, y, 5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => DensityCoverage.Of(null!, y));
        Assert.Throws<ArgumentException>(() => DensityCoverage.Of(x, rand(4, 3), 2));
        Assert.Throws<ArgumentException>(() => PrecisionRecall.Of(x.mul(double.NaN), y, 2));
    }

    [Fact]
    public void LeavesNoTensorBehind()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (rand(20, 4), rand(20, 4));
        Live.AssertUnchanged(() => PrecisionRecall.Of(x, y));
        Live.AssertUnchanged(() => DensityCoverage.Of(x, y));
    }

    private static void Is(double[][] real, double[][] generated, int neighbours, double precision, double recall, double density, double coverage)
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Rows.Of(real), Rows.Of(generated));
        var manifolds = PrecisionRecall.Of(x, y, neighbours);
        var balls = DensityCoverage.Of(x, y, neighbours);
        Assert.Equal(precision, manifolds.Precision, 1e-12);
        Assert.Equal(recall, manifolds.Recall, 1e-12);
        Assert.Equal(density, balls.Density, 1e-12);
        Assert.Equal(coverage, balls.Coverage, 1e-12);
    }

    private static double[] Radii(double[][] rows, int neighbours) =>
        [.. rows.Select((p, i) => rows.Where((_, j) => j != i).Select(q => Rows.SquaredDistance(p, q)).Order().ElementAt(neighbours - 1))];

    private static double[][] Shifted(double[][] rows, double by) => [.. rows.Select(row => row.Select(value => value + by).ToArray())];
}
