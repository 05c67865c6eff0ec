using System.Text.RegularExpressions;
using Gan.Experiments.Reports.Markup;

namespace Gan.Experiments.Atlas.Charts;

/// <summary>The style of a plot that stands in a file of its own.</summary>
internal static partial class ChartStyle
{
    /// <summary>The rules of <c>chart.css</c> with the light page's colours in the place of their names, which most programs that draw SVG do not know.</summary>
    public static string Light { get; } = Resolve(ReportPage.Resource("report.css"), ReportPage.Resource("chart.css"));

    private static string Resolve(string page, string chart)
    {
        var colours = new Dictionary<string, string>();
        // What is said first is light.
        foreach (Match declaration in Declaration().Matches(page + chart))
            colours.TryAdd(declaration.Groups[1].Value, declaration.Groups[2].Value);
        return Use().Replace(Root().Replace(chart, ""), use => colours[use.Groups[1].Value]).Trim();
    }

    [GeneratedRegex(@"(--\w+): ([^;]+);")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"@media[^{]*\{\s*:root \{[^}]*\}\s*\}|:root \{[^}]*\}")]
    private static partial Regex Root();

    [GeneratedRegex(@"var\((--\w+)\)")]
    private static partial Regex Use();
}
