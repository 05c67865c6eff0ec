using System.Globalization;
using System.Text;
using Gan.Experiments.Reports.Markup;

namespace Gan.Experiments.Atlas.Charts;

/// <summary>A plot as SVG within a page: its colours are those of the page's style, light or dark, and the page's script shows its numbers under the pointer.</summary>
internal static class ChartSvg
{
    private const int Top = 10;

    public static string Figure(Chart chart)
    {
        var (width, height) = ChartDrawing.Size(chart);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<figure class=\"chart\"><figcaption>{Html.Text(chart.Title)}</figcaption>\n<svg viewBox=\"0 0 {ChartDrawing.Left + width + ChartDrawing.Right} {Top + height + ChartDrawing.Bottom}\"{(chart.IsPlane ? " class=\"plane\"" : "")} role=\"img\" aria-label=\"{Html.Text(chart.Title)}\"");
        svg.Append(CultureInfo.InvariantCulture, $" data-left=\"{ChartDrawing.Left}\" data-top=\"{Top}\" data-width=\"{width}\" data-height=\"{height}\" data-x=\"{Range(chart.X)}\" data-y=\"{Range(chart.Y)}\" data-xlabel=\"{Html.Text(chart.XLabel)}\"{(chart.IsPlane ? $" data-plane=\"{chart.StepsApart}\"" : "")}>\n");
        ChartDrawing.Append(svg, chart, Top);
        svg.Append("<line class=\"cursor\" hidden=\"\"/></svg>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<ul class=\"legend\">{string.Concat(chart.Lines.Select((line, i) => $"<li class=\"{ChartDrawing.Classes(chart, i)}\">{Html.Text(line.Name)}</li>"))}{(chart.Bands.Count > 0 ? $"<li class=\"shade\">{Html.Text(chart.BandName)}</li>" : "")}</ul><p class=\"hover\" aria-live=\"polite\"></p></figure>\n");
        return svg.ToString();
    }

    private static string Range(ChartRange range) => FormattableString.Invariant($"{range.From:G6} {range.To:G6}");
}
