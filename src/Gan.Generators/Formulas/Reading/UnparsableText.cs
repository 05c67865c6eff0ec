using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Gan.Generators.Formulas.Reading;

/// <summary>What Roslyn's own parser must not see: it would run out of stack, which no handler catches, take exponential time, or pass over a part of the formula.</summary>
internal static class UnparsableText
{
    private const int MaxDepth = FormulaTranslator.MaxDepth;

    /// <summary>The first such place, or null.</summary>
    public static FormulaError? In(string text)
    {
        if (DeepInterpolation(text) is { } dollar) return new(FormulaErrorKind.UnsupportedConstruct, dollar, 1, FormulaTranslator.TooDeepMessage);
        SyntaxToken[] tokens = [.. SyntaxFactory.ParseTokens(text)];
        if (DeepBracket(tokens) is { } opening) return new(FormulaErrorKind.UnsupportedConstruct, opening.Start, opening.Length, FormulaTranslator.TooDeepMessage);
        if (ConditionalIndex(tokens) is { } index) return new(FormulaErrorKind.UnsupportedConstruct, index.Start, index.Length, "'?[' is not part of the formula language");
        if (Hiding(tokens) is var hiding && !hiding.IsKind(SyntaxKind.None))
            return new(FormulaErrorKind.UnsupportedConstruct, hiding.SpanStart, hiding.Span.Length, hiding.IsDirective ? "a preprocessor directive is not part of the formula language" : "a comment needs '*/' at its end");
        return null;
    }

    /// <summary>Interpolated texts in each other: already finding their ends recurses.</summary>
    private static int? DeepInterpolation(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' && ++count > MaxDepth) return i;
        }

        return null;
    }

    /// <summary>Brackets in each other. One that is closed by a bracket of another kind counts as open, and what is less than something as a list of types for as long as it could be one.</summary>
    private static TextSpan? DeepBracket(SyntaxToken[] tokens)
    {
        int round = 0, square = 0, curly = 0, angle = 0;
        foreach (var token in tokens)
        {
            switch (token.Kind())
            {
                case SyntaxKind.OpenParenToken: round++; break;
                case SyntaxKind.CloseParenToken when round > 0: round--; break;
                case SyntaxKind.OpenBracketToken: square++; break;
                case SyntaxKind.CloseBracketToken when square > 0: square--; break;
                case SyntaxKind.OpenBraceToken: curly++; break;
                case SyntaxKind.CloseBraceToken when curly > 0: curly--; break;
                case SyntaxKind.LessThanToken: angle++; break;
                case SyntaxKind.NumericLiteralToken or SyntaxKind.PlusToken or SyntaxKind.MinusToken or SyntaxKind.SlashToken or SyntaxKind.ColonToken: angle = 0; break;
            }

            if (round + square + curly + angle > MaxDepth) return token.Span;
        }

        return null;
    }

    /// <summary>An index after a question mark: for twenty of them in a row the parser takes seconds, and each one more doubles the time.</summary>
    private static TextSpan? ConditionalIndex(SyntaxToken[] tokens)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i - 1].IsKind(SyntaxKind.QuestionToken) && tokens[i].IsKind(SyntaxKind.OpenBracketToken)) return TextSpan.FromBounds(tokens[i - 1].SpanStart, tokens[i].Span.End);
        }

        return null;
    }

    /// <summary>A directive, or a comment without an end, which hides what follows it.</summary>
    private static SyntaxTrivia Hiding(SyntaxToken[] tokens) => tokens.SelectMany(static token => token.LeadingTrivia.Concat(token.TrailingTrivia))
        .FirstOrDefault(static trivia => trivia.IsDirective || (trivia.Kind() is SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia && (trivia.ToString() is not { Length: >= 4 } comment || !comment.EndsWith("*/", StringComparison.Ordinal))));
}
