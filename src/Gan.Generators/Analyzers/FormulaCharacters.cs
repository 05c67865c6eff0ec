using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.Generators.Analyzers;

/// <summary>Where the characters of a formula stand in the source: within string literals one by one, elsewhere (a constant, nameof) all in the one expression.</summary>
internal static class FormulaCharacters
{
    /// <summary>The source of <paramref name="length"/> characters of the formula that <paramref name="expression"/> evaluates to, from <paramref name="start"/> on.</summary>
    public static TextSpan Locate(ExpressionSyntax expression, int start, int length, SemanticModel model, CancellationToken cancellation)
    {
        var characters = Of(expression, model, cancellation);
        if (characters.Count == 0)
            return expression.Span;

        // What is missing at a formula's end has no characters: the one before stands for it.
        var first = Math.Min(start, characters.Count - 1);
        var last = Math.Min(Math.Max(first, start + length - 1), characters.Count - 1);
        return TextSpan.FromBounds(characters[first].Start, characters[last].End);
    }

    /// <summary>One span for each character of the constant string that <paramref name="expression"/> evaluates to.</summary>
    public static IReadOnlyList<TextSpan> Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => LiteralCharacters.Of(literal.Token),
        ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression, model, cancellation),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) =>
            [.. Of(sum.Left, model, cancellation), .. Of(sum.Right, model, cancellation)],
        _ => [.. Enumerable.Repeat(expression.Span, LengthOf(expression, model, cancellation))],
    };

    private static int LengthOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
        => model.GetConstantValue(expression, cancellation).Value is string text ? text.Length : 0;
}
