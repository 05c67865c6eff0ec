using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Writes <c>pow(t, 2)</c> for <c>t^2</c> or <c>t**2</c>, for every such operator of a formula at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PowerFix)), Shared]
public sealed class PowerFix : TextFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.CaretIsNotPower.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        if (FormulaInSource.Around(diagnostic, source) is not { } formula)
            yield break;

        var powers = PowerOperator.In(formula.Text).Select(start => PowerOperator.At(formula.Text, start)).ToArray();
        if (powers.All(power => power is not null && FormulaInSource.IsWithinLiteral(formula.SourceOf(power.Whole), source.Root)))
            yield return new("Use 'pow'", Rewrite(powers.SelectMany(power => Changes(power!, formula)), source.Text));
    }

    /// <summary>pow( before the base, a comma for the operator, ) behind the exponent; parentheses around either go.</summary>
    private static IEnumerable<TextChange> Changes(PowerOperator power, FormulaInSource formula)
    {
        var (whole, @base, exponent) = (formula.SourceOf(power.Whole), formula.SourceOf(power.Base), formula.SourceOf(power.Exponent));
        yield return new(TextSpan.FromBounds(whole.Start, @base.Start), "pow(");
        yield return new(TextSpan.FromBounds(@base.End, exponent.Start), ", ");
        yield return new(TextSpan.FromBounds(exponent.End, whole.End), ")");
    }

    /// <summary>One change for all, so that each diagnostic of a formula has the same fix. What closes at a place comes before what opens there.</summary>
    private static TextChange Rewrite(IEnumerable<TextChange> changes, SourceText text)
    {
        var ordered = changes.OrderBy(static change => change.Span.Start).ThenBy(static change => change.Span.Length).ToArray();
        var hull = TextSpan.FromBounds(ordered.Min(static change => change.Span.Start), ordered.Max(static change => change.Span.End));
        var moved = ordered.Select(change => new TextChange(new(change.Span.Start - hull.Start, change.Span.Length), change.NewText ?? ""));
        return new(hull, text.GetSubText(hull).WithChanges(moved).ToString());
    }
}
