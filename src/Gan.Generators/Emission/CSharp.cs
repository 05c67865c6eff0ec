using System.Text;
using System.Xml;
using Gan.Generators.Basics;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Emission;

/// <summary>Values as C# source and text as XML documentation.</summary>
internal static class CSharp
{
    /// <inheritdoc cref="Numbers.Literal"/>
    public static string Literal(double value) => Numbers.Literal(value);

    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Literal(bool value) => value ? "true" : "false";

    /// <summary>A value of an option: a number, a flag or a member of an enum of ours.</summary>
    public static string Literal(object value) => value switch
    {
        double number => Literal(number),
        int number => Numbers.Text(number),
        bool flag => Literal(flag),
        string text => Literal(text),
        Enum choice => $"global::{choice.GetType().FullName}.{choice}",
        _ => throw new InvalidOperationException($"{value.GetType().Name} is no type of an option."),
    };

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
}
