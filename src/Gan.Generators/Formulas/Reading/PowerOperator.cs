using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Gan.Generators.Formulas.Reading;

/// <summary>
/// What a <c>^</c> or a <c>**</c> in a formula was meant to raise to what. C# binds <c>^</c> more loosely than <c>+</c>, whoever writes it for a power more tightly than a sign:
/// <c>1 + t^2</c> is meant as 1 + pow(t, 2), <c>-t^2</c> as -pow(t, 2), <c>2^3^t</c> as pow(2, pow(3, t)).
/// </summary>
/// <param name="Whole">From the base's first character to the exponent's last.</param>
/// <param name="Base">Without parentheses around it.</param>
/// <param name="Exponent">Without parentheses around it.</param>
internal sealed record PowerOperator(TextSpan Whole, TextSpan Base, TextSpan Exponent)
{
    /// <summary>The operator at <paramref name="start"/>; null where an operand is missing.</summary>
    public static PowerOperator? At(string formula, int start)
    {
        var tokens = SyntaxFactory.ParseTokens(formula).Where(static token => !token.IsKind(SyntaxKind.EndOfFileToken)).ToArray();
        var at = Array.FindIndex(tokens, token => token.SpanStart == start);
        var length = at <= 0 ? 0 : LengthOf(tokens, at);
        if (length == 0)
            return null;

        var first = StartOfOperand(tokens, at - 1);
        var last = EndOfPower(tokens, at + length);
        return first is null || last is null
            ? null
            : new(Between(tokens, first.Value, last.Value), Inside(tokens, first.Value, at - 1), Inside(tokens, at + length, last.Value));
    }

    /// <summary>Where the operators stand.</summary>
    public static IEnumerable<int> In(string formula)
    {
        var tokens = SyntaxFactory.ParseTokens(formula).ToArray();
        for (var at = 0; at < tokens.Length; at += Math.Max(1, LengthOf(tokens, at)))
        {
            if (LengthOf(tokens, at) > 0) yield return tokens[at].SpanStart;
        }
    }

    /// <summary>How many tokens the operator has; 0 where there is none.</summary>
    private static int LengthOf(SyntaxToken[] tokens, int at)
        => at >= tokens.Length ? 0
            : tokens[at].IsKind(SyntaxKind.CaretToken) ? 1
            : tokens[at].IsKind(SyntaxKind.AsteriskToken) && at + 1 < tokens.Length && tokens[at + 1].IsKind(SyntaxKind.AsteriskToken) && tokens[at].Span.End == tokens[at + 1].SpanStart ? 2
            : 0;

    /// <summary>The call that says in C# what was meant.</summary>
    public string CallIn(string formula) => $"pow({formula.Substring(Base.Start, Base.Length)}, {formula.Substring(Exponent.Start, Exponent.Length)})";

    /// <summary>Walks back over a number, a name, or a parenthesis with the name of a function before it.</summary>
    private static int? StartOfOperand(SyntaxToken[] tokens, int last)
    {
        var start = tokens[last].Kind() switch
        {
            SyntaxKind.CloseParenToken => Matching(tokens, last, -1),
            SyntaxKind.IdentifierToken or SyntaxKind.NumericLiteralToken => last,
            _ => (int?)null,
        };
        if (start > 0 && tokens[last].IsKind(SyntaxKind.CloseParenToken) && tokens[start.Value - 1].IsKind(SyntaxKind.IdentifierToken))
            start--;
        while (start > 1 && tokens[start.Value].IsKind(SyntaxKind.IdentifierToken) && tokens[start.Value - 1].IsKind(SyntaxKind.DotToken))
            start -= 2;
        return start;
    }

    /// <summary>Walks over signs, one operand, and, since powers group to the right, what it is raised to.</summary>
    private static int? EndOfPower(SyntaxToken[] tokens, int first)
    {
        var at = first;
        while (at < tokens.Length && tokens[at].Kind() is SyntaxKind.MinusToken or SyntaxKind.PlusToken)
            at++;
        while (at + 2 < tokens.Length && tokens[at].IsKind(SyntaxKind.IdentifierToken) && tokens[at + 1].IsKind(SyntaxKind.DotToken))
            at += 2;
        if (at + 1 < tokens.Length && tokens[at].IsKind(SyntaxKind.IdentifierToken) && tokens[at + 1].IsKind(SyntaxKind.OpenParenToken))
            at++;
        if (at >= tokens.Length)
            return null;

        var end = tokens[at].Kind() switch
        {
            SyntaxKind.OpenParenToken => Matching(tokens, at, 1),
            SyntaxKind.IdentifierToken or SyntaxKind.NumericLiteralToken => at,
            _ => (int?)null,
        };
        return end is { } last && LengthOf(tokens, last + 1) is > 0 and var length ? EndOfPower(tokens, last + 1 + length) : end;
    }

    private static int? Matching(SyntaxToken[] tokens, int from, int step)
    {
        var depth = 0;
        for (var i = from; i >= 0 && i < tokens.Length; i += step)
        {
            depth += tokens[i].Kind() switch { SyntaxKind.OpenParenToken => step, SyntaxKind.CloseParenToken => -step, _ => 0 };
            if (depth == 0)
                return i;
        }

        return null;
    }

    private static TextSpan Inside(SyntaxToken[] tokens, int first, int last)
        => last - first > 1 && tokens[first].IsKind(SyntaxKind.OpenParenToken) && Matching(tokens, first, 1) == last
            ? Between(tokens, first + 1, last - 1)
            : Between(tokens, first, last);

    private static TextSpan Between(SyntaxToken[] tokens, int first, int last) => TextSpan.FromBounds(tokens[first].SpanStart, tokens[last].Span.End);
}
