using System.Text;
using Gan.Experiments.Files;
using Gan.Experiments.Pictures;
using ScottPlot;

namespace Gan.Experiments.Atlas.Charts;

/// <summary>Plots as files of their own, PNG and SVG, for slides and papers.</summary>
internal static class ChartFiles
{
    private const int Width = 640, Height = 340, Side = 480, LegendLine = 24, Pixels = 2;
    private static readonly Color[] s_colors = new ScottPlot.Palettes.Category10().Colors;

    /// <summary>Writes both files of a plot.</summary>
    /// <param name="chart">The plot.</param>
    /// <param name="stem">Their path without an ending.</param>
    /// <param name="heading">What the title begins with.</param>
    public static void Write(Chart chart, string stem, string heading)
    {
        var svg = Encoding.UTF8.GetBytes(ChartSvgFile.Of(chart, heading));
        AtomicFile.Write($"{stem}.svg", stream => stream.Write(svg));
        var (width, height) = chart.IsPlane ? (Side, Side) : (Width, Height);
        height += LegendLine * chart.Lines.Count;
        using var plot = Draw(chart, heading);
        plot.ScaleFactor = Pixels;
        var png = PlotPng.Of(plot, width * Pixels, height * Pixels);
        AtomicFile.Write($"{stem}.png", stream => stream.Write(png));
    }

    private static Plot Draw(Chart chart, string heading)
    {
        var plot = new Plot();
        foreach (var band in chart.Bands)
            plot.Add.HorizontalSpan(band.From, band.To, Colors.Gray.WithAlpha(0.15));
        foreach (var arrow in chart.Arrows)
        {
            var drawn = plot.Add.Arrow(arrow.X, arrow.Y, arrow.X + arrow.Dx, arrow.Y + arrow.Dy);
            drawn.ArrowShape = ArrowShape.SingleLine.GetShape();
            (drawn.ArrowLineColor, drawn.ArrowLineWidth, drawn.ArrowheadLength, drawn.ArrowheadAxisLength, drawn.ArrowheadWidth) = (Colors.Gray, 1, 4, 4, 4);
        }

        foreach (var (line, color) in chart.Lines.Zip(s_colors))
        {
            var scatter = plot.Add.Scatter(line.X.Select(x => Near(x, chart.X)).ToArray(), line.Y.Select(y => Near(y, chart.Y)).ToArray(), color);
            (scatter.LegendText, scatter.LineWidth, scatter.MarkerSize) = (line.Name, line.Style == ChartLineStyle.Points ? 0 : 2, line.Style == ChartLineStyle.Points ? 4 : 0);
            scatter.LinePattern = line.Style == ChartLineStyle.Dashed ? LinePattern.Dashed : LinePattern.Solid;
        }

        foreach (var mark in chart.Marks)
            plot.Add.Marker(mark.X, mark.Y, MarkerShape.OpenCircle, 9, Colors.Black);
        plot.Axes.SetLimits(chart.X.From, chart.X.To, chart.Y.From, chart.Y.To);
        if (chart.IsPlane)
            plot.Axes.SquareUnits();
        plot.Title(string.Join('\n', ChartTitle.Lines(chart, heading)), 13);
        plot.XLabel(chart.XLabel);
        plot.YLabel(chart.YLabel);
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Vertical;
        return plot;
    }

    // A dash for each pixel of what lies far beyond the axes would make a file of many megabytes.
    private static double Near(double value, ChartRange axis) => Math.Clamp(value, axis.From - (axis.To - axis.From), axis.To + (axis.To - axis.From));
}
