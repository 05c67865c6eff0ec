using Gan.Runtime.Checks;
using ScottPlot;

namespace Gan.Experiments.Pictures;

/// <summary>Plots over the steps.</summary>
internal static class Plots
{
    // So narrow that a phone shrinks it little; a line of the legend adds to the height.
    private const int Width = 520, Height = 320, LegendLine = 22, Pixels = 3;
    private const int Buckets = 200;
    // Beyond it ScottPlot cannot place the marks of an axis.
    internal const double Largest = 1e100;
    private static readonly LinePattern[] s_patterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted];

    /// <summary>Draws lines. Of many points a bold line is the mean of neighbours, and a faint one goes through the extremes.</summary>
    /// <param name="title">The plot's title.</param>
    /// <param name="series">The lines; each has another colour, or from the eleventh on another pattern.</param>
    /// <returns>The bytes of a PNG file, the same for the same lines on the same machine.</returns>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    /// <exception cref="ArgumentException">A line has more steps than values, or less.</exception>
    public static byte[] Png(string title, IReadOnlyList<PlotSeries> series)
    {
        Ranges.NotNull(title, nameof(title));
        if (Ranges.NotNull(series, nameof(series)).FirstOrDefault(line => line.Steps.Count != line.Values.Count) is { } bad)
            throw new ArgumentException($"{bad.Name} has {bad.Steps.Count} steps and {bad.Values.Count} values.", nameof(series));
        using var plot = new Plot { ScaleFactor = Pixels };
        var bucket = series.Select((line, i) => Add(plot, line, i)).DefaultIfEmpty(1).Max();
        plot.Title(title);
        plot.XLabel(bucket > 1 ? $"step (bold: mean of up to {bucket} steps)" : "step");
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Vertical;
        return PlotPng.Of(plot, Width * Pixels, (Height + (LegendLine * series.Count)) * Pixels);
    }

    /// <summary>Whether a value is drawn; NaN is not.</summary>
    internal static bool IsDrawn(double value) => Math.Abs(value) <= Largest;

    // The number of points that one point of the bold line is the mean of.
    private static int Add(Plot plot, PlotSeries series, int index)
    {
        var color = Color(index);
        var points = Thinning.Drawn(series);
        var bucket = Thinning.BucketSize(points.Length, Buckets);
        if (bucket > 1)
            Line(Thinning.Extremes(points, bucket), 1, color.WithAlpha(0.3));
        // A line without points has its place in the legend all the same.
        var bold = Line(Thinning.Means(points, bucket), 2, color);
        bold.LegendText = series.Name;
        bold.LinePattern = s_patterns[index / Palette.Length % s_patterns.Length];
        return bucket;

        ScottPlot.Plottables.Scatter Line((double X, double Y)[] line, float width, Color lineColor)
        {
            var scatter = plot.Add.ScatterLine(line.Select(point => point.X).ToArray(), line.Select(point => point.Y).ToArray(), lineColor);
            scatter.LineWidth = width;
            return scatter;
        }
    }

    private static readonly Color[] Palette = new ScottPlot.Palettes.Category10().Colors;

    private static Color Color(int index) => Palette[index % Palette.Length];
}
