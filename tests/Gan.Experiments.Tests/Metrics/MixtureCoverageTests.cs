using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

public sealed class MixtureCoverageTests
{
    private static readonly (double X, double Y)[] Modes = [(0, 0), (10, 0), (0, 10)];

    // Three deviations are 3: on the circle counts, beyond does not, and what is near two modes is of the nearer.
    [Fact]
    public void PointsBelongToTheirNearestModeWithinThreeDeviations()
    {
        using var scope = NewDisposeScope();
        var points = Rows.Of([0, 0], [3, 0], [0, -3], [2, 2], [2.2, 2.2], [10, 2.5], [5.1, 0], [50, 50]);
        var result = MixtureCoverage.Of(points, Modes, 1);
        Assert.Equal([4, 1, 0], result.HighQualityCounts);
        Assert.Equal((3, 2, 5 / 8.0), (result.Modes, result.Covered, result.HighQuality));
        Assert.Equal(1, MixtureCoverage.Of(points, Modes, 1, least: 2).Covered);
        Assert.Equal([5, 2, 0], MixtureCoverage.Of(points, Modes, 1, deviations: 5).HighQualityCounts);
        Assert.Equal([1, 0, 0], MixtureCoverage.Of(points, Modes, 0).HighQualityCounts);
    }

    // Within r deviations lies 1 - exp(-r²/2).
    [Fact]
    public void TheMixtureItselfIsOfHighQuality()
    {
        using var scope = NewDisposeScope();
        using var data = new GaussianMixture(GaussianMixture.Grid(), 0.05, 20_000);
        var points = data.Samples([.. Enumerable.Range(0, data.Count)]);
        var result = MixtureCoverage.Of(points, data);
        Assert.Equal(25, result.Covered);
        var share = 1 - Math.Exp(-4.5);
        Assert.Equal(share, result.HighQuality, 4 * Math.Sqrt(share * (1 - share) / data.Count));
        var narrow = 1 - Math.Exp(-0.5);
        Assert.Equal(narrow, MixtureCoverage.Of(points, data.Modes, 0.05, deviations: 1).HighQuality, 4 * Math.Sqrt(narrow * (1 - narrow) / data.Count));
    }

    [Fact]
    public void RefusesWrongArguments()
    {
        using var scope = NewDisposeScope();
        var points = zeros(4, 2);
        Assert.Throws<ArgumentNullException>(() => MixtureCoverage.Of(null!, Modes, 1));
        Assert.Throws<ArgumentNullException>(() => MixtureCoverage.Of(points, null!));
        Assert.Throws<ArgumentNullException>(() => MixtureCoverage.Of(points, null!, 1));
        Assert.Throws<ArgumentException>(() => MixtureCoverage.Of(points, [], 1));
        Assert.Throws<ArgumentException>(() => MixtureCoverage.Of(points, [(0, double.NaN)], 1));
        Assert.Contains("in the plane", Assert.Throws<ArgumentException>(() => MixtureCoverage.Of(zeros(4, 3), Modes, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MixtureCoverage.Of(points.add(double.NaN), Modes, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MixtureCoverage.Of(points, Modes, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MixtureCoverage.Of(points, Modes, 1, least: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MixtureCoverage.Of(points, Modes, 1, deviations: 0));
    }

    [Fact]
    public void LeavesNoTensorBehind()
    {
        using var scope = NewDisposeScope();
        var points = zeros(4, 2);
        Live.AssertUnchanged(() => MixtureCoverage.Of(points, Modes, 1));
    }
}
