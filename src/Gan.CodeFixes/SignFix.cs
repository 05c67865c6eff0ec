using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Analyzers;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Writes the formula that was meant where the theory refuses one: its sign or its argument's turned, or a loss that does not saturate, has a value for every logit or a gradient.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SignFix)), Shared]
public sealed class SignFix : TextFixProvider
{
    private const string Key = "Write the formula that was meant";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        Descriptors.WrongSign.Id, Descriptors.Unbounded.Id, Descriptors.GeneratorDisagrees.Id, Descriptors.Saturating.Id, Descriptors.ProbabilityForLogit.Id, Descriptors.NoGradient.Id,
    ];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        if (!diagnostic.Properties.TryGetValue(ObjectiveAnalyzer.Suggestion, out var formula) || formula is null)
            yield break;

        var isChoice = formula == nameof(Dsl.FDivergenceAttribute.NonSaturating);
        if ((isChoice ? NonSaturating(diagnostic, source) : Formula(formula, diagnostic, source)) is { } change)
            yield return new(isChoice ? "Set 'NonSaturating' to true" : $"Replace with '{formula}'", Key, [change]);
    }

    /// <summary>In place of the characters where they stand in one literal, else of the whole argument. Of text with line breaks or quotes no literal is sure.</summary>
    private static TextChange? Formula(string formula, Diagnostic diagnostic, Source source)
    {
        if (formula.Any(static c => char.IsControl(c) || c is '"' or '\\') || source.Around<AttributeArgumentSyntax>(diagnostic) is not { } argument)
            return null;
        var span = diagnostic.Location.SourceSpan;
        return FormulaInSource.IsWithinLiteral(span, source.Root) ? new(span, formula) : new(argument.Expression.Span, $"\"{formula}\"");
    }

    /// <summary>The choice of an f-divergence is its attribute's.</summary>
    private static TextChange? NonSaturating(Diagnostic diagnostic, Source source)
    {
        if (source.Around<AttributeSyntax>(diagnostic)?.ArgumentList is not { Arguments.Count: > 0 } list)
            return null;
        var given = list.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == nameof(Dsl.FDivergenceAttribute.NonSaturating));
        return given is null ? new(new(list.Arguments.Last().Span.End, 0), ", NonSaturating = true") : new(given.Expression.Span, "true");
    }
}
