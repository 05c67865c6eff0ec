using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

public sealed class KernelInceptionDistanceTests
{
    private static readonly double[][] X = [[1, 0], [0, 2], [-1, 1]];
    private static readonly double[][] Y = [[2, 1], [0, 0], [1, -1], [3, 2]];

    // By a Python script in exact fractions: 73/24 + 539/24 - 2·87/16 = 117/8.
    [Fact]
    public void OfASmallSetItIsTheFraction()
    {
        Assert.Equal(117 / 8.0, Distance(X, Y), 1e-12);
        Assert.Equal(117 / 8.0, Distance(Y, X), 1e-12);
        Assert.Equal(117 / 8.0, Distance([.. X.Reverse()], [Y[2], Y[0], Y[3], Y[1]]), 1e-12);
    }

    // More rows than a block holds, so that the diagonal of later blocks is left out too.
    [Fact]
    public void OfManySamplesItIsTheSumOverPairs()
    {
        var (x, y) = (Rows.Normal(1, 1100, 3), Rows.Normal(2, 1030, 3, 1.2, 0.3));
        var expected = Mean(x, x, true) + Mean(y, y, true) - (2 * Mean(x, y, false));
        Assert.Equal(expected, Distance(x, y), 1e-9);
    }

    // k depends on the samples by x·y alone. Of numbers x = ±1, y = ±a: k is (1 ± 1)³, ..., so that the estimate is known: mean k(x, x′) of {1, -1} is 0, of {a, -a} (1 - a²)³, and mean k(x, y) = 1 + 3a².
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.5)]
    public void OfTwoPairsOfNumbersItIsTheClosedForm(double a) =>
        Assert.Equal(Math.Pow(1 - (a * a), 3) - (2 * (1 + (3 * a * a))), Distance([[1], [-1]], [[a], [-a]]), 1e-12);

    [Fact]
    public void OfEqualDistributionsItIsZeroOnAverage()
    {
        var values = Enumerable.Range(0, 60).Select(i => Distance(Rows.Normal(2 * i, 50, 4), Rows.Normal((2 * i) + 1, 50, 4))).ToArray();
        var (mean, deviation) = (values.Average(), Math.Sqrt(values.Sum(v => Math.Pow(v - values.Average(), 2)) / 59));
        Assert.InRange(mean, -4 * deviation / Math.Sqrt(60), 4 * deviation / Math.Sqrt(60));
        Assert.Contains(values, value => value < 0);
    }

    [Fact]
    public void SubsetsOfAllSamplesDoNotSpread()
    {
        using var scope = NewDisposeScope();
        var result = KernelInceptionDistance.OfSubsets(Rows.Of(X), Rows.Of(Y[..3]), subsets: 4, subsetSize: 3);
        Assert.Equal(Distance(X, Y[..3]), result.Mean, 1e-12);
        Assert.Equal(0, result.StandardError, 1e-12);
        Assert.Equal(4, result.Subsets);
    }

    // Each subset of two is one of the pairs: the mean of many is the mean over all pairs of pairs, which is the unbiased estimate itself. Its standard error says how near.
    [Fact]
    public void TheMeanOfSubsetsIsTheEstimateOfAll()
    {
        using var scope = NewDisposeScope();
        var result = KernelInceptionDistance.OfSubsets(Rows.Of(X), Rows.Of(Y), subsets: 2000, subsetSize: 2, seed: 5);
        Assert.InRange(result.Mean, (117 / 8.0) - (4 * result.StandardError), (117 / 8.0) + (4 * result.StandardError));
        // The deviation over all 18 choices, enumerated.
        var all = Pairs(X).SelectMany(_ => Pairs(Y), (x, y) => Distance(x, y)).ToArray();
        var deviation = Math.Sqrt(all.Average(v => Math.Pow(v - all.Average(), 2)));
        Assert.Equal(117 / 8.0, all.Average(), 1e-10);
        Assert.Equal(deviation / Math.Sqrt(2000), result.StandardError, 0.1 * deviation / Math.Sqrt(2000));
    }

    [Fact]
    public void TheSeedAloneChoosesTheSubsets()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Rows.Of(Rows.Normal(1, 60, 3)), Rows.Of(Rows.Normal(2, 60, 3)));
        KernelDistance Of(long seed) => KernelInceptionDistance.OfSubsets(x, y, 10, 20, seed);
        Assert.Equal(Of(1), Of(1));
        Assert.NotEqual(Of(1).Mean, Of(2).Mean);
    }

    [Fact]
    public void RefusesWrongArguments()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (rand(5, 2), rand(4, 2));
        Assert.Throws<ArgumentNullException>(() => KernelInceptionDistance.Of(x, null!));
        Assert.Throws<ArgumentException>(() => KernelInceptionDistance.Of(x, rand(1, 2)));
        Assert.Throws<ArgumentException>(() => KernelInceptionDistance.Of(x, y.mul(double.NaN)));
        Assert.Contains("overflow", Assert.Throws<ArgumentException>(() => KernelInceptionDistance.Of(Rows.Of([1e60], [1e60]), Rows.Of([1], [1]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => KernelInceptionDistance.OfSubsets(x, y, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => KernelInceptionDistance.OfSubsets(x, y, 2, 1));
        Assert.Contains("from 2 to 4", Assert.Throws<ArgumentOutOfRangeException>(() => KernelInceptionDistance.OfSubsets(x, y, 2, 5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LeavesNoTensorBehind()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (rand(20, 4), rand(20, 4));
        Live.AssertUnchanged(() => KernelInceptionDistance.Of(x, y));
        Live.AssertUnchanged(() => KernelInceptionDistance.OfSubsets(x, y, 3, 10));
    }

    private static double Distance(double[][] x, double[][] y)
    {
        using var scope = NewDisposeScope();
        return KernelInceptionDistance.Of(Rows.Of(x), Rows.Of(y));
    }

    private static double Mean(double[][] x, double[][] y, bool others)
    {
        var (sum, count) = (0.0, 0L);
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < y.Length; j++)
            {
                if (others && i == j)
                    continue;
                var product = (x[i][0] * y[j][0]) + (x[i][1] * y[j][1]) + (x[i][2] * y[j][2]);
                var k = (product / 3) + 1;
                (sum, count) = (sum + (k * k * k), count + 1);
            }
        }
        return sum / count;
    }

    private static IEnumerable<double[][]> Pairs(double[][] rows) =>
        rows.SelectMany((_, i) => rows[(i + 1)..], (a, b) => new[] { a, b });
}
