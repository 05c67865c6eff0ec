using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Emission;

/// <summary>Values as C# source and text as XML documentation.</summary>
internal static class CSharp
{
    /// <summary>The shortest literal that reads back as the same double, the same on every culture.</summary>
    public static string Literal(double value) => value switch
    {
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ when double.IsNaN(value) => "double.NaN",
        _ => Number(value) is var text && text.IndexOfAny(s_realMarks) >= 0 ? text : text + ".0",
    };

    /// <summary>The number as a person writes it: <c>10</c>, <c>0.01</c>.</summary>
    public static string Number(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(shortest, CultureInfo.InvariantCulture).Equals(value) ? shortest : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Literal(bool value) => value ? "true" : "false";

    /// <summary>Text inside a documentation comment: on one line, and without the characters that XML does not have.</summary>
    public static string Xml(string text)
    {
        var xml = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1])) xml.Append(c).Append(text[++i]);
            else xml.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\r' or '\n' or '\u0085' or '\u2028' or '\u2029' => " ",
                _ => XmlConvert.IsXmlChar(c) ? c.ToString() : "\ufffd",
            });
        }

        return xml.ToString();
    }

    private static readonly char[] s_realMarks = ['.', 'E', 'e'];
}
