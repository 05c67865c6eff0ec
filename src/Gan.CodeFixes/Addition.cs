using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Changes that put something in as the user would have: on a line of its own, indented and ended as the lines around it.</summary>
internal static class Addition
{
    /// <summary>An attribute list below another. Of two that share a line, or one with the type, each gets its own.</summary>
    public static TextChange Below(AttributeListSyntax list, string attribute, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(list.Span.End);
        var lineBreak = LineBreakAt(text, line);
        var added = $"{lineBreak}{IndentationOf(text.Lines.GetLineFromPosition(list.SpanStart))}";
        var next = list.GetLastToken().GetNextToken().SpanStart;
        return next < line.End
            ? new(TextSpan.FromBounds(list.Span.End, next), $"{added}[{attribute}]{CommentsBetween(list, next, text)}{added}")
            : new(new(line.End, 0), $"{added}[{attribute}]");
    }

    public static string IndentationOf(TextLine line) => new([.. line.ToString().TakeWhile(char.IsWhiteSpace)]);

    /// <summary>The end of the line; of the last one, which has none, that of the line before.</summary>
    public static string LineBreakAt(SourceText text, TextLine line)
    {
        var own = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        return own.Length > 0 ? own : line.LineNumber > 0 ? LineBreakAt(text, text.Lines[line.LineNumber - 1]) : "\n";
    }

    private static string CommentsBetween(AttributeListSyntax list, int next, SourceText text)
        => text.ToString(TextSpan.FromBounds(list.Span.End, next)).Trim() is { Length: > 0 } comment ? " " + comment : "";
}
