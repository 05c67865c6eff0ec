using System.Globalization;
using System.Text;
using Gan.Experiments.Reports.Markup;

namespace Gan.Experiments.Atlas.Charts;

/// <summary>A plot as elements of SVG: axes, lines, arrows and marks, whose colours and dashes are those of the classes in <c>chart.css</c>.</summary>
internal static class ChartDrawing
{
    /// <summary>The room beside the axes.</summary>
    public const int Left = 52, Bottom = 42, Right = 12;

    private const int Width = 440, Height = 280, Side = 340, MostPoints = 161, Colours = 6;

    /// <summary>The size of what lies between the axes.</summary>
    public static (int Width, int Height) Size(Chart chart) => chart.IsPlane ? (Side, Side) : (Width, Height);

    /// <summary>The classes of a line, and of what stands for it in a legend.</summary>
    public static string Classes(Chart chart, int line) => $"s{line % Colours} {Style(chart.Lines[line].Style)}";

    /// <param name="svg">Where the elements go.</param>
    /// <param name="chart">The plot.</param>
    /// <param name="top">Where its upper edge is.</param>
    public static void Append(StringBuilder svg, Chart chart, int top)
    {
        var (width, height) = Size(chart);
        Axes(svg, chart, width, height, top);
        // What lies outside of the axes is cut off.
        svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{Left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n");
        foreach (var band in chart.Bands)
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"band\" x=\"{Number(X(band.From))}\" y=\"0\" width=\"{Number(X(band.To) - X(band.From))}\" height=\"{height}\"/>\n");
        if (chart.Arrows.Count > 0)
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"arrows\" d=\"{string.Concat(chart.Arrows.Select(arrow => Arrow(X(arrow.X), Y(arrow.Y), X(arrow.X + arrow.Dx), Y(arrow.Y + arrow.Dy))))}\"/>\n");
        for (var i = 0; i < chart.Lines.Count; i++)
        {
            foreach (var part in Parts(chart.Lines[i], chart.IsPlane))
                svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"line {Classes(chart, i)}\" data-name=\"{Html.Text(chart.Lines[i].Name)}\" points=\"{string.Join(' ', part.Select(point => $"{Number(X(point.X))},{Number(Y(point.Y))}"))}\"/>\n");
        }

        foreach (var mark in chart.Marks)
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"mark\" cx=\"{Number(X(mark.X))}\" cy=\"{Number(Y(mark.Y))}\" r=\"4\"><title>{Html.Text(mark.Text)}</title></circle>\n");
        svg.Append("</svg>\n");

        double X(double value) => (value - chart.X.From) / (chart.X.To - chart.X.From) * width;
        double Y(double value) => (chart.Y.To - value) / (chart.Y.To - chart.Y.From) * height;
    }

    private static void Axes(StringBuilder svg, Chart chart, int width, int height, int top)
    {
        foreach (var tick in chart.X.Ticks(6))
        {
            var x = Left + ((tick - chart.X.From) / (chart.X.To - chart.X.From) * width);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid{(tick == 0 ? " zero" : "")}\" x1=\"{Number(x)}\" x2=\"{Number(x)}\" y1=\"{top}\" y2=\"{top + height}\"/><text x=\"{Number(x)}\" y=\"{top + height + 16}\" text-anchor=\"middle\">{Tick(tick)}</text>\n");
        }

        foreach (var tick in chart.Y.Ticks(5))
        {
            var y = top + ((chart.Y.To - tick) / (chart.Y.To - chart.Y.From) * height);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid{(tick == 0 ? " zero" : "")}\" x1=\"{Left}\" x2=\"{Left + width}\" y1=\"{Number(y)}\" y2=\"{Number(y)}\"/><text x=\"{Left - 6}\" y=\"{Number(y + 4)}\" text-anchor=\"end\">{Tick(tick)}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + (width / 2)}\" y=\"{top + height + 36}\" text-anchor=\"middle\">{Html.Text(chart.XLabel)}</text><text transform=\"translate(13 {top + (height / 2)}) rotate(-90)\" text-anchor=\"middle\">{Html.Text(chart.YLabel)}</text>\n");
    }

    // A line breaks where it has no values; of many points a page takes some.
    private static IEnumerable<IReadOnlyList<(double X, double Y)>> Parts(ChartLine line, bool isPlane)
    {
        var every = isPlane ? 1 : ((line.X.Length - 2) / MostPoints) + 1;
        var part = new List<(double X, double Y)>();
        foreach (var i in Enumerable.Range(0, line.X.Length).Where(i => i % every == 0 || i == line.X.Length - 1))
        {
            // Where numbers are so large no pixel is.
            if (Math.Abs(line.X[i]) < 1e5 && Math.Abs(line.Y[i]) < 1e5)
            {
                part.Add((line.X[i], line.Y[i]));
            }
            else if (part.Count > 0)
            {
                yield return part;
                part = [];
            }
        }

        if (part.Count > 0)
            yield return part;
    }

    private static string Arrow(double x, double y, double toX, double toY)
    {
        var (dx, dy) = (toX - x, toY - y);
        var (backX, backY) = (toX - (0.3 * dx), toY - (0.3 * dy));
        return FormattableString.Invariant($"M{x:0.0} {y:0.0}L{toX:0.0} {toY:0.0}M{backX + (0.2 * dy):0.0} {backY - (0.2 * dx):0.0}L{toX:0.0} {toY:0.0}L{backX - (0.2 * dy):0.0} {backY + (0.2 * dx):0.0}");
    }

    private static string Style(ChartLineStyle style) => style switch
    {
        ChartLineStyle.Dashed => "dashed",
        ChartLineStyle.Points => "dotted",
        _ => "solid",
    };

    private static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private static string Tick(double value) => (Math.Round(value, 6) + 0.0).ToString("G4", CultureInfo.InvariantCulture).Replace('-', '−');
}
