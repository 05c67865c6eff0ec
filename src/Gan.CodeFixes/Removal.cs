using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Changes that take something out without a trace: its comma, its brackets, its line.</summary>
internal static class Removal
{
    public static TextChange Of(AttributeSyntax attribute, SourceText text)
        => attribute.Parent is AttributeListSyntax { Attributes.Count: > 1 } list
            ? Of(list.Attributes, attribute)
            : OfBlock(attribute.Parent!.Span, text);

    public static TextChange Of(AttributeArgumentSyntax argument)
        => argument.Parent is AttributeArgumentListSyntax { Arguments.Count: > 1 } list
            ? Of(list.Arguments, argument)
            : Of(argument.Parent!.Span);

    public static TextChange Of(SyntaxToken modifier, SourceText text) => OfBlock(modifier.Span, text);

    private static TextChange Of(TextSpan span) => new(span, "");

    private static TextChange Of<TNode>(SeparatedSyntaxList<TNode> list, TNode node)
        where TNode : SyntaxNode
    {
        var index = list.IndexOf(node);
        return Of(index == 0
            ? TextSpan.FromBounds(node.SpanStart, list[1].SpanStart)
            : TextSpan.FromBounds(list[index - 1].Span.End, node.Span.End));
    }

    /// <summary>The whole line where nothing else stands in it, else with the spaces that would be left over.</summary>
    private static TextChange OfBlock(TextSpan span, SourceText text)
    {
        var (start, end) = (span.Start, span.End);
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        if (end < text.Length && !SyntaxFacts.IsNewLine(text[end]))
            return Of(TextSpan.FromBounds(span.Start, end));

        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        var line = text.Lines.GetLineFromPosition(start);
        return Of(TextSpan.FromBounds(start, start == line.Start ? line.EndIncludingLineBreak : end));
    }
}
