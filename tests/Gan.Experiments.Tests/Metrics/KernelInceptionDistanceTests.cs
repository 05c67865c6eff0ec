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
        Assert.Equal(KernelReference.Of(x, y), Distance(x, y), 1e-9);
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

    // Four samples a side, dealt out to two blocks of two in one of all 36 ways, of which two each give the same numbers.
    [Fact]
    public void BlocksAreDealtOutOfOneShuffle()
    {
        using var scope = NewDisposeScope();
        double[][] x = [.. X, [0.5, -1]];
        var deals = KernelReference.Deals(x, Y);
        Assert.Equal(36, deals.Length);
        var seen = new HashSet<int>();
        for (var seed = 0; seed < 300; seed++)
        {
            var result = KernelInceptionDistance.OfBlocks(Rows.Of(x), Rows.Of(Y), blocks: 2, seed);
            Assert.Equal((2, 2), (result.Blocks, result.BlockSize));
            var deal = Array.FindIndex(deals, deal => Math.Abs(deal.Mean - result.Mean) < 1e-9 && Math.Abs(deal.Error - result.StandardError) < 1e-9);
            Assert.True(deal >= 0, $"Seed {seed}: {result} is of no two disjoint blocks.");
            seen.Add(deal);
        }
        Assert.Equal(deals.Select(deal => (Math.Round(deal.Mean, 9), Math.Round(deal.Error, 9))).Distinct().Count(), seen.Count);
        // Each pair of pairs is as often a block as any other: the mean of all is the unbiased estimate itself.
        Assert.Equal(Distance(x, Y), deals.Average(deal => deal.Mean), 1e-9);
    }

    // What the error says is how far the means of fresh samples, on both sides, lie apart. Blocks that shared samples would say far less.
    [Theory]
    [InlineData(40, 10)]
    [InlineData(60, 4)]
    public void TheErrorIsThatOfFreshSamples(int samples, int blocks)
    {
        using var scope = NewDisposeScope();
        Tensor Draw(int seed, double shift) => Rows.Of(Rows.Normal(seed, samples, 2, 1, shift)).tanh();
        var results = Enumerable.Range(0, 500).Select(i => KernelInceptionDistance.OfBlocks(Draw(2 * i, 0), Draw((2 * i) + 1, 0.3), blocks, seed: i)).ToArray();
        var mean = results.Average(result => result.Mean);
        var spread = Math.Sqrt(results.Sum(result => Math.Pow(result.Mean - mean, 2)) / (results.Length - 1));
        var said = Math.Sqrt(results.Average(result => Math.Pow(result.StandardError, 2)));
        Assert.InRange(said / spread, 0.85, 1.15);
    }

    [Fact]
    public void WhatIsLeftOverIsNotUsed()
    {
        using var scope = NewDisposeScope();
        var result = KernelInceptionDistance.OfBlocks(rand(23, 3), rand(30, 3), blocks: 4);
        Assert.Equal((4, 5), (result.Blocks, result.BlockSize));
    }

    [Fact]
    public void TheSeedAloneDealsOut()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Rows.Of(Rows.Normal(1, 60, 3)), Rows.Of(Rows.Normal(2, 60, 3)));
        KernelDistance Of(long seed) => KernelInceptionDistance.OfBlocks(x, y, 5, seed);
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
        Assert.Throws<ArgumentOutOfRangeException>(() => KernelInceptionDistance.OfBlocks(x, y, 1));
        Assert.Contains("to 2, so that each block has at least 2 of the 4 samples", Assert.Throws<ArgumentOutOfRangeException>(() => KernelInceptionDistance.OfBlocks(x, y, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("at least 4", Assert.Throws<ArgumentException>(() => KernelInceptionDistance.OfBlocks(x, rand(3, 2), 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LeavesNoTensorBehind()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (rand(20, 4), rand(20, 4));
        Live.AssertUnchanged(() => KernelInceptionDistance.Of(x, y));
        Live.AssertUnchanged(() => KernelInceptionDistance.OfBlocks(x, y, 3));
    }

    private static double Distance(double[][] x, double[][] y)
    {
        using var scope = NewDisposeScope();
        return KernelInceptionDistance.Of(Rows.Of(x), Rows.Of(y));
    }
}
