using System.Globalization;
using System.Text;
using Gan.Experiments.Reports.Markup;

namespace Gan.Experiments.Atlas.Charts;

/// <summary>A plot as an SVG file of its own, with title and legend.</summary>
internal static class ChartSvgFile
{
    private const int Line = 18, Margin = 10, Sample = 28;

    /// <param name="chart">The plot.</param>
    /// <param name="heading">What the title begins with.</param>
    public static string Of(Chart chart, string heading)
    {
        var (width, height) = ChartDrawing.Size(chart);
        width += ChartDrawing.Left + ChartDrawing.Right;
        var title = ChartTitle.Lines(chart, heading);
        var (top, legend) = ((title.Count * Line) + Margin, chart.Lines.Count + Math.Sign(chart.Bands.Count));
        var below = top + height + ChartDrawing.Bottom + Margin;
        var svg = Start(width, below + (legend * Line), string.Join(' ', title));
        for (var i = 0; i < title.Count; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"title\" x=\"{width / 2}\" y=\"{(i + 1) * Line}\" text-anchor=\"middle\">{Html.Text(title[i])}</text>\n");
        ChartDrawing.Append(svg, chart, top);
        for (var i = 0; i < legend; i++)
        {
            var (y, isLine) = (below + (i * Line), i < chart.Lines.Count);
            svg.Append(isLine
                ? string.Create(CultureInfo.InvariantCulture, $"<line class=\"line {ChartDrawing.Classes(chart, i)}\" x1=\"{ChartDrawing.Left}\" x2=\"{ChartDrawing.Left + Sample}\" y1=\"{y}\" y2=\"{y}\"/>")
                : string.Create(CultureInfo.InvariantCulture, $"<rect class=\"band\" x=\"{ChartDrawing.Left}\" y=\"{y - 5}\" width=\"{Sample}\" height=\"10\"/>"));
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{ChartDrawing.Left + Sample + 8}\" y=\"{y + 4}\">{Html.Text(isLine ? chart.Lines[i].Name : chart.BandName)}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>The beginning of a file: its style, its name for those who do not see it, and white paper.</summary>
    public static StringBuilder Start(int width, int height, string title) => new StringBuilder().Append(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{Html.Text(title)}</title>\n<style>\n{ChartStyle.Light}\n</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
}
