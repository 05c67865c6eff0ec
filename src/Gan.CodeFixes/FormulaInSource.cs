using Gan.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>A formula with the place of each of its characters.</summary>
internal sealed record FormulaInSource(string Text, IReadOnlyList<TextSpan> Characters)
{
    public static FormulaInSource? Around(Diagnostic diagnostic, Source source)
        => source.Around<AttributeArgumentSyntax>(diagnostic)?.Expression is { } expression
            && source.Model.GetConstantValue(expression, source.Cancellation).Value is string text
                ? new(text, FormulaCharacters.Of(expression, source.Model, source.Cancellation))
                : null;

    /// <summary>Whether the characters stand inside one string literal: only there can they be changed one by one.</summary>
    public static bool IsWithinLiteral(TextSpan span, SyntaxNode root)
    {
        var token = root.FindToken(span.Start);
        var isLiteral = token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;
        return isLiteral && token.Span.Contains(span) && span.Length < token.Span.Length;
    }

    public TextSpan SourceOf(TextSpan part) => TextSpan.FromBounds(Characters[part.Start].Start, Characters[part.End - 1].End);
}
