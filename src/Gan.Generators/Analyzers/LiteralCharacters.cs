using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Gan.Generators.Analyzers;

/// <summary>For each character of a string literal's value, where it stands in the source.</summary>
internal static class LiteralCharacters
{
    private const int UnicodeEscapeDigits = 4;
    private const int LongUnicodeEscapeDigits = 8;

    /// <summary>One span for each character of <paramref name="literal"/>'s value.</summary>
    public static IReadOnlyList<TextSpan> Of(SyntaxToken literal)
    {
        var spans = literal.Kind() switch
        {
            SyntaxKind.StringLiteralToken when literal.Text.StartsWith("@", StringComparison.Ordinal) => Verbatim(literal.Text),
            SyntaxKind.StringLiteralToken => Regular(literal.Text),
            SyntaxKind.SingleLineRawStringLiteralToken => RawLine(literal.Text),
            SyntaxKind.MultiLineRawStringLiteralToken => RawLines(literal.Text),
            _ => [],
        };
        var placed = spans.Select(span => new TextSpan(literal.SpanStart + span.Start, span.Length)).ToArray();

        // A literal in error has no such correspondence: all of it stands for each character.
        return placed.Length == literal.ValueText.Length ? placed : [.. literal.ValueText.Select(_ => literal.Span)];
    }

    private static IEnumerable<TextSpan> Verbatim(string text)
    {
        for (var i = 2; i < text.Length - 1;)
        {
            var length = text[i] == '"' ? 2 : 1;
            yield return new(i, length);
            i += length;
        }
    }

    private static IEnumerable<TextSpan> Regular(string text)
    {
        for (var i = 1; i < text.Length - 1;)
        {
            var length = text[i] == '\\' ? EscapeLength(text, i) : 1;
            yield return new(i, length);

            // Beyond the basic plane one escape makes two characters.
            if (length == 2 + LongUnicodeEscapeDigits && int.Parse(text.Substring(i + 2, LongUnicodeEscapeDigits), System.Globalization.NumberStyles.HexNumber) > char.MaxValue)
                yield return new(i, length);
            i += length;
        }
    }

    private static int EscapeLength(string text, int start) => text[start + 1] switch
    {
        'u' => 2 + UnicodeEscapeDigits,
        'U' => 2 + LongUnicodeEscapeDigits,
        'x' => 2 + text.Skip(start + 2).Take(UnicodeEscapeDigits).TakeWhile(Uri.IsHexDigit).Count(),
        _ => 2,
    };

    private static IEnumerable<TextSpan> RawLine(string text)
    {
        var quotes = text.TakeWhile(static c => c == '"').Count();
        for (var i = quotes; i < text.Length - quotes; i++)
            yield return new(i, 1);
    }

    /// <summary>The lines between the first and the last, each without the last line's indentation; line ends are characters of the value but the last.</summary>
    private static IEnumerable<TextSpan> RawLines(string text)
    {
        var lines = SourceText.From(text).Lines;
        var indentation = lines[lines.Count - 1].ToString().TakeWhile(char.IsWhiteSpace).Count();
        for (var i = 1; i < lines.Count - 1; i++)
        {
            var end = i < lines.Count - 2 ? lines[i].EndIncludingLineBreak : lines[i].End;
            for (var at = Math.Min(lines[i].Start + indentation, lines[i].End); at < end; at++)
                yield return new(at, 1);
        }
    }
}
