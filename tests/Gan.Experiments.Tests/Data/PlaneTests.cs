using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Data;

public sealed class PlaneTests
{
    [Fact]
    public void TheRingIsEightPointsOfACircle()
    {
        var ring = GaussianMixture.Ring();
        Assert.Equal(8, ring.Count);
        var half = Math.Sqrt(2);
        (double X, double Y)[] expected = [(2, 0), (half, half), (0, 2), (-half, half), (-2, 0), (-half, -half), (0, -2), (half, -half)];
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(expected[i].X, ring[i].X, 1e-12);
            Assert.Equal(expected[i].Y, ring[i].Y, 1e-12);
        }
    }

    [Fact]
    public void TheGridIsTwentyFivePointsAroundZero()
    {
        var grid = GaussianMixture.Grid();
        Assert.Equal(25, grid.Distinct().Count());
        Assert.Equal([-4, -2, 0, 2, 4], grid.Select(point => point.X).Distinct());
        Assert.Equal([-4, -2, 0, 2, 4], grid.Select(point => point.Y).Distinct());
        Assert.Equal([(-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)], GaussianMixture.Grid(2, 1));
    }

    [Fact]
    public void PointsAreGaussianAroundTheirMode()
    {
        const int Each = 4000;
        using var data = new Ring();
        Assert.Equal((8 * Each, "Ring", false, 0.02), (data.Count, data.Name, data.IsImages, data.StandardDeviation));
        Assert.Equal([2], data.SampleShape);
        Assert.Equal("mode 7", data.Classes[7]);
        var (values, labels) = (SampleValues.Of(data, [.. Enumerable.Range(0, data.Count)]), SampleValues.Labels(data));
        for (var mode = 0; mode < 8; mode++)
        {
            var (cx, cy) = data.Modes[mode];
            var points = Enumerable.Range(0, data.Count).Where(i => labels[i] == mode).Select(i => (X: (values[2 * i] - cx) / 0.02, Y: (values[(2 * i) + 1] - cy) / 0.02)).ToArray();
            Assert.Equal(Each, points.Length);
            // Five standard errors each: of a mean 1, of a variance √2, of a covariance 1, over √n.
            var error = 5 / Math.Sqrt(Each);
            Assert.Equal(0, points.Average(p => p.X), error);
            Assert.Equal(0, points.Average(p => p.Y), error);
            Assert.Equal(1, points.Average(p => p.X * p.X), error * Math.Sqrt(2));
            Assert.Equal(1, points.Average(p => p.Y * p.Y), error * Math.Sqrt(2));
            Assert.Equal(0, points.Average(p => p.X * p.Y), error);
            // Within r standard deviations lies 1 - exp(-r²/2).
            foreach (var r in new[] { 0.5, 1, 2, 3 })
            {
                var share = 1 - Math.Exp(-r * r / 2);
                Assert.Equal(share, points.Count(p => (p.X * p.X) + (p.Y * p.Y) < r * r) / (double)Each, 5 * Math.Sqrt(share * (1 - share) / Each));
            }
        }
    }

    [Fact]
    public void NoDeviationIsTheModesThemselves()
    {
        using var data = new GaussianMixture([(1, 2), (-3, 4)], 0, 4);
        Assert.Equal([1, 2, -3, 4, 1, 2, -3, 4], SampleValues.Of(data, [0, 1, 2, 3]));
        Assert.Equal([0, 1, 0, 1], SampleValues.Labels(data));
        Assert.Equal("2 Gaussians", data.Name);
    }

    [Fact]
    public void TheSeedAloneMakesThePoints()
    {
        int[] all = [.. Enumerable.Range(0, 100)];
        float[] Draw(int seed)
        {
            using var data = new GaussianMixture(GaussianMixture.Grid(), 0.05, 100, seed);
            return SampleValues.Of(data, all);
        }
        Assert.Equal(Draw(3), Draw(3));
        Assert.NotEqual(Draw(3), Draw(4));
    }

    [Fact]
    public void TheRollIsASpiralOfOneAndAHalfTurns()
    {
        using var data = new SwissRoll(0, 5000);
        Assert.Empty(data.Classes);
        Assert.Null(data.Labels([0]));
        var values = SampleValues.Of(data, [.. Enumerable.Range(0, 5000)]);
        var radii = Enumerable.Range(0, 5000).Select(i => Math.Sqrt((values[2 * i] * (double)values[2 * i]) + (values[(2 * i) + 1] * (double)values[(2 * i) + 1]))).ToArray();
        for (var i = 0; i < radii.Length; i++)
        {
            // The angle is the radius times 4.5π.
            Assert.InRange(radii[i], (1 / 3.0) - 1e-6, 1 + 1e-6);
            Assert.Equal(radii[i] * Math.Cos(radii[i] * 4.5 * Math.PI), values[2 * i], 1e-5);
            Assert.Equal(radii[i] * Math.Sin(radii[i] * 4.5 * Math.PI), values[(2 * i) + 1], 1e-5);
        }
        // Uniform from 1/3 to 1.
        var deviation = 2 / 3.0 / Math.Sqrt(12);
        Assert.Equal(2 / 3.0, radii.Average(), 5 * deviation / Math.Sqrt(5000));
        Assert.Equal(deviation, Math.Sqrt(radii.Average(r => Math.Pow(r - (2 / 3.0), 2))), 0.01);
    }

    [Fact]
    public void TheRollsNoiseIsGaussian()
    {
        using var exact = new SwissRoll(0, 5000, seed: 2);
        using var noisy = new SwissRoll(0.1, 5000, seed: 2);
        int[] all = [.. Enumerable.Range(0, 5000)];
        var noise = SampleValues.Of(exact, all).Zip(SampleValues.Of(noisy, all), (a, b) => (b - a) / 0.1).ToArray();
        Assert.Equal(0, noise.Average(), 5 / Math.Sqrt(10_000));
        Assert.Equal(1, noise.Average(value => value * value), 5 * Math.Sqrt(2.0 / 10_000));
    }

    [Fact]
    public void RefusesWrongArguments()
    {
        Assert.Throws<ArgumentNullException>(() => new GaussianMixture(null!, 1));
        Assert.Throws<ArgumentException>(() => new GaussianMixture([], 1));
        Assert.Contains("Mode 1", Assert.Throws<ArgumentException>(() => new GaussianMixture([(0, 0), (double.NaN, 0)], 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new GaussianMixture([(0, 1e39)], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianMixture([(0, 0)], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianMixture([(0, 0)], 1e38));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianMixture([(0, 0)], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianMixture([(0, 0), (1, 1)], 1, count: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianMixture([(0, 0)], 1, count: int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Ring(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Ring(8, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Grid(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Grid(5, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SwissRoll(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SwissRoll(1001));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SwissRoll(count: 0));
    }

    [Fact]
    public void LeavesNoTensorBehind() => Live.AssertUnchanged(() =>
    {
        using var scope = NewDisposeScope();
        using var data = new Ring();
        data.Samples([0, 5]);
        data.Labels([0, 5]);
    });

    private sealed class Ring() : GaussianMixture(Ring(8), standardDeviation: 0.02, count: 32_000, seed: 1);
}
