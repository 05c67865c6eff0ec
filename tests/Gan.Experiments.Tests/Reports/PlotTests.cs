using Gan.Experiments.Pictures;

namespace Gan.Experiments.Tests.Reports;

public class PlotTests
{
    private static readonly long[] s_steps = [.. Enumerable.Range(0, 1000).Select(i => (long)i)];

    [Fact]
    public void Buckets_keep_the_mean_and_every_spike()
    {
        (double X, double Y)[] points = [.. Enumerable.Range(0, 10).Select(i => ((double)i, i == 6 ? 100.0 : i))];
        Assert.Equal(4, Thinning.BucketSize(10, 3));
        Assert.Equal(1, Thinning.BucketSize(3, 3));
        Assert.Equal(1, Thinning.BucketSize(0, 3));
        Assert.Equal([(1.5, 1.5), (5.5, (4 + 5 + 100 + 7) / 4.0), (8.5, 8.5)], Thinning.Means(points, 4));
        Assert.Equal([(0, 0), (3, 3), (4, 4), (6, 100), (8, 8), (9, 9)], Thinning.Extremes(points, 4));
        Assert.Equal([(0, 5), (1, 1), (3, 2)], Thinning.Extremes([(0, 5), (1, 1), (2, 3), (3, 2)], 3));
        Assert.Equal(double.MaxValue, Thinning.Means([(0, double.MaxValue), (1, double.MaxValue)], 2)[0].Y);
    }

    [Fact]
    public void What_is_not_finite_or_too_large_for_an_axis_is_left_out() =>
        Assert.Equal([(1, 2), (4, 3), (6, -1e100)], Thinning.Drawn(new("a", [1, 2, 3, 4, 5, 6], [2, double.NaN, double.NegativeInfinity, 3, 1e101, -1e100])));

    [Fact]
    public void The_same_lines_give_the_same_bytes()
    {
        PlotSeries[] series = [new("a", s_steps, [.. s_steps.Select(step => Math.Sin(step / 50.0))]), new("b", s_steps, [.. s_steps.Select(step => step / 1000.0)])];
        Assert.Equal(Plots.Png("title", series), Plots.Png("title", series));
        using var picture = new DecodedImage(Plots.Png("title", series));
        Assert.Equal((1560, (320 + (2 * 22)) * 3), picture.Size);
    }

    [Fact]
    public void Runs_have_different_colours()
    {
        using var picture = new DecodedImage(Plots.Png("", [.. Enumerable.Range(0, 10).Select(i => new PlotSeries($"run {i}", [0, 1], [i, i]))]));
        // Ten level lines across the middle of the plot: the colours on one column, greys (grid, edges) left out.
        var colours = Enumerable.Range(0, picture.Size.Height).Select(y => picture[picture.Size.Width / 2, y]).Where(IsPlain).Distinct().ToArray();
        var saturated = colours.Where(c => Math.Max(c.R, Math.Max(c.G, c.B)) - Math.Min(c.R, Math.Min(c.G, c.B)) > 60).ToArray();
        // One of ScottPlot's ten is grey itself.
        Assert.True(saturated.Length >= 9, $"{saturated.Length} colours");

        static bool IsPlain((int R, int G, int B) pixel) => pixel != (255, 255, 255);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.MaxValue)]
    public void A_diverged_run_is_drawn_as_far_as_it_goes(double last)
    {
        using var with = new DecodedImage(Plots.Png("t", [new("a", [0, 1, 2], [1, 2, last])]));
        using var without = new DecodedImage(Plots.Png("t", [new("a", [0, 1], [1, 2])]));
        static bool IsBlue((int R, int G, int B) pixel) => pixel.B > pixel.R + 40;
        Assert.Equal(without.Count(IsBlue), with.Count(IsBlue));
        Assert.True(with.Count(IsBlue) > 1000);
    }

    [Fact]
    public void No_points_are_a_plot_too_and_bad_lines_are_told()
    {
        using var empty = new DecodedImage(Plots.Png("nothing", [new("a", [], []), new("b", [1], [double.NaN])]));
        Assert.Equal(1560, empty.Size.Width);
        Assert.Contains("a has 2 steps and 1 values", Assert.Throws<ArgumentException>(() => Plots.Png("", [new("a", [0, 1], [1])])).Message);
        Assert.Throws<ArgumentNullException>(() => Plots.Png(null!, []));
    }
}
