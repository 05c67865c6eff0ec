using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Gan.Generators.Formulas.Reading;

/// <summary>The C# parser's own complaints about a formula.</summary>
internal static class SyntaxErrors
{
    private const string UnexpectedToken = "CS1073";

    /// <summary>The first one: those after it are mostly its echo.</summary>
    public static FormulaError? First(SyntaxNode syntax, int textLength)
    {
        var diagnostic = syntax.GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .OrderBy(d => d.Location.SourceSpan.Start)
            .FirstOrDefault();
        if (diagnostic is null) return null;

        // Something missing has no characters of its own: point at the one before the gap.
        var span = diagnostic.Location.SourceSpan;
        var token = syntax.FullSpan.Contains(span.Start) ? syntax.FindToken(span.Start) : default;
        if (token.IsKind(SyntaxKind.NumericLiteralToken) && token.SpanStart == span.Start) span = token.Span;
        if (diagnostic.Id == UnexpectedToken) span = FirstSkipped(syntax) ?? span;
        var start = Math.Min(span.Start, textLength - 1);
        var length = Math.Max(1, Math.Min(span.Length, textLength - start));
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return new(FormulaErrorKind.Syntax, start, length, message);
    }

    /// <summary>What follows a whole expression is reported on the expression, though it is the rest that is too much.</summary>
    private static TextSpan? FirstSkipped(SyntaxNode syntax)
        => syntax.DescendantTrivia(descendIntoTrivia: false).Where(static trivia => trivia.IsKind(SyntaxKind.SkippedTokensTrivia))
            .Select(static trivia => trivia.GetStructure()?.DescendantTokens().Select(static token => (TextSpan?)token.Span).FirstOrDefault())
            .FirstOrDefault();
}
