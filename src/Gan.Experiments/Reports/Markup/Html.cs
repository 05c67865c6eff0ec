using System.Globalization;
using System.Net;

namespace Gan.Experiments.Reports.Markup;

/// <summary>Pieces of HTML. Whatever comes from outside goes through <see cref="Text"/>.</summary>
internal static class Html
{
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>What was measured, to six digits.</summary>
    public static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    public static string Section(string title, string content) => $"<section>\n<h2>{Text(title)}</h2>\n{content}\n</section>\n";

    /// <param name="png">The bytes of a PNG file.</param>
    /// <param name="caption">What it shows, for those who see it and those who do not.</param>
    /// <param name="kind">The class of the figure.</param>
    public static string Figure(byte[] png, string caption, string kind) =>
        $"<figure class=\"{kind}\"><img alt=\"{Text(caption)}\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\"><figcaption>{Text(caption)}</figcaption></figure>\n";

    public static string Figures(IEnumerable<string> figures) => $"<div class=\"figures\">\n{string.Concat(figures)}</div>";

    public static string List(IEnumerable<string> items) => $"<ul>\n{string.Concat(items.Select(item => $"<li>{Text(item)}</li>\n"))}</ul>";

    /// <summary>Names and what they are, one a line.</summary>
    public static string Pairs(IEnumerable<(string Name, string Value)> pairs) =>
        $"<div class=\"scroll\" tabindex=\"0\"><table class=\"pairs\"><tbody>\n{string.Concat(pairs.Select(pair => $"<tr><th scope=\"row\">{Text(pair.Name)}</th><td>{Text(pair.Value)}</td></tr>\n"))}</tbody></table></div>";

    /// <summary>A formula: drawn where its LaTeX is understood, and always as text, which can be copied.</summary>
    public static string Formula(string name, RunFormula formula) =>
        $"<h4>{Text(name)}</h4>\n{(LatexToMathML.Convert(formula.Latex) is { } math ? $"<div class=\"scroll\" tabindex=\"0\">{math}</div>\n" : "")}<p><code>{Text(formula.Text)}</code></p>\n";
}
