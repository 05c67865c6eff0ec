using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Formulas.Reading;

/// <summary>
/// Reads a formula: a C# expression in t, hyperparameters, numbers, pi and e, over real arithmetic (1/2 is a half).
/// A function's bare name stands for that function of t. Nothing of the text survives but the tree.
/// </summary>
internal static class FormulaParser
{
    /// <summary>Longer texts are refused before any parser sees them.</summary>
    public const int MaxLength = 4000;

    /// <summary>The name of D's output in a formula.</summary>
    public const string LogitName = "t";

    /// <param name="text">The formula.</param>
    /// <param name="parameterNames">The names of hyperparameters that may occur.</param>
    /// <param name="variable">The name of the variable, which becomes <see cref="Logit"/> in the tree.</param>
    /// <param name="functions">The user's own functions. One that is named as something else in formulas is never found.</param>
    /// <param name="constants">The user's own numbers.</param>
    /// <param name="whyNoBatches">Why the formula cannot speak of batches of logits; null where it can.</param>
    public static FormulaResult Parse(
        string text,
        IReadOnlyCollection<string> parameterNames,
        string variable = LogitName,
        IReadOnlyCollection<UserFunction>? functions = null,
        IReadOnlyCollection<NamedConstant>? constants = null,
        string? whyNoBatches = BatchNames.NotHere)
    {
        if (string.IsNullOrWhiteSpace(text)) return Failure(new(FormulaErrorKind.Empty, 0, text.Length, ""));
        if (text.Length > MaxLength)
            return Failure(new(FormulaErrorKind.UnsupportedConstruct, 0, text.Length, $"the formula is longer than {MaxLength} characters"));
        if (UnparsableText.In(text) is { } unparsable) return Failure(unparsable);
        var last = SyntaxFactory.ParseTokens(text).LastOrDefault(static token => !token.IsKind(SyntaxKind.EndOfFileToken));
        if (last.IsKind(SyntaxKind.None)) return Failure(new(FormulaErrorKind.Empty, 0, text.Length, ""));

        // Without the end, where nothing counts: of ")\n" Roslyn would place what is missing before the text, and throw.
        var syntax = SyntaxFactory.ParseExpression(text.Substring(0, last.Span.End), consumeFullText: true);
        if (SyntaxErrors.First(syntax, text.Length) is { } error) return Failure(error);

        var translator = new FormulaTranslator(parameterNames, variable, functions ?? [], constants ?? [], whyNoBatches);
        var expression = translator.Translate(syntax);
        return new FormulaResult(expression, translator.Errors.OrderBy(e => e.Start).ToEquatableArray());
    }

    private static FormulaResult Failure(FormulaError error) => new(null, new([error]));
}
