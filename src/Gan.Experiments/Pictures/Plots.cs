using Gan.Runtime;
using ScottPlot;

namespace Gan.Experiments;

/// <summary>Plots over the steps.</summary>
public static class Plots
{
    // Wide enough to read, narrow enough that a phone shrinks it to half.
    private const int Width = 800, Height = 420, Pixels = 2;
    private const int Buckets = 200;
    // Beyond it ScottPlot cannot place the marks of an axis.
    private const double Largest = 1e100;
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
        for (var i = 0; i < series.Count; i++)
            Add(plot, series[i], i);
        plot.Title(title);
        plot.XLabel("step");
        plot.ShowLegend(Edge.Bottom);
        return plot.GetImage(Width * Pixels, Height * Pixels).GetImageBytes();
    }

    private static void Add(Plot plot, PlotSeries series, int index)
    {
        var color = Color(index);
        var points = Array.FindAll(Thinning.Finite(series), point => Math.Abs(point.Y) <= Largest);
        var bucket = Thinning.BucketSize(points.Length, Buckets);
        if (bucket > 1)
            Line(Thinning.Extremes(points, bucket), 1, color.WithAlpha(0.3));
        // A line without points has its place in the legend all the same.
        var bold = Line(Thinning.Means(points, bucket), 2, color);
        bold.LegendText = bucket > 1 ? $"{series.Name}, mean of {bucket}" : series.Name;
        bold.LinePattern = s_patterns[index / Palette.Length % s_patterns.Length];

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
