using System.Collections.Immutable;
using System.Composition;
using Gan.Dsl;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Mends an argument of an attribute: drops one of Weight and Gamma, or what has no effect or contradicts a formula; sets Every to 1, a target to 0, the range of an energy.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArgumentFix)), Shared]
public sealed class ArgumentFix : TextFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.WeightAndGamma.Id, Descriptors.OneSidedAtZero.Id, Descriptors.FormulaAndTarget.Id, Descriptors.PenaltyEvery.Id, Descriptors.NoLocalConvergence.Id, Descriptors.UnboundedEnergy.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        if (diagnostic.Id == Descriptors.WeightAndGamma.Id)
            return source.Around<AttributeSyntax>(diagnostic)?.ArgumentList is { } arguments ? [Keep("Weight", "Gamma", arguments), Keep("Gamma", "Weight", arguments)] : [];
        if (diagnostic.Id == Descriptors.NoLocalConvergence.Id)
            return source.Around<AttributeSyntax>(diagnostic) is { } penalty && !Gives(penalty, nameof(GradientPenaltyAttribute.Formula)) ? [new("Set 'Target' to 0", Set("Target", "0", penalty))] : [];
        if (diagnostic.Id == Descriptors.UnboundedEnergy.Id)
            return [new("Declare that D's output is not negative", Set(nameof(GanObjectiveAttribute.Logits), $"{LogitRangeIn(source, diagnostic)}.{nameof(LogitRange.NonNegative)}", source.Around<AttributeSyntax>(diagnostic)!))];
        if (source.Around<AttributeArgumentSyntax>(diagnostic) is not { } argument)
            return [];
        return diagnostic.Id == Descriptors.PenaltyEvery.Id
            ? [new("Set 'Every' to 1", new TextChange(argument.Expression.Span, "1"))]
            // Of an argument that is given twice, which is an error of C#'s, the other one would stay.
            : NameOf(argument) is { } name && ((AttributeArgumentListSyntax)argument.Parent!).Arguments.Count(other => NameOf(other) == name) == 1 ? [new($"Remove '{name}'", Removal.Of(argument))]
            : [];
    }

    private static bool Gives(AttributeSyntax attribute, string name) => attribute.ArgumentList?.Arguments.Any(argument => NameOf(argument) == name) == true;

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;

    /// <summary>The argument's value where it is given, else the argument after the others.</summary>
    private static TextChange Set(string name, string value, AttributeSyntax attribute) => attribute.ArgumentList switch
    {
        null => new(new(attribute.Span.End, 0), $"({name} = {value})"),
        { Arguments.Count: 0 } list => new(list.Span, $"({name} = {value})"),
        { Arguments: var arguments } => arguments.FirstOrDefault(argument => NameOf(argument) == name) is { } given
            ? new(given.Expression.Span, value)
            : new(new(arguments.Last().Span.End, 0), $", {name} = {value}"),
    };

    /// <summary>The short name where it is in scope.</summary>
    private static string LogitRangeIn(Source source, Diagnostic diagnostic)
        => source.Model.LookupNamespacesAndTypes(diagnostic.Location.SourceSpan.Start, name: nameof(LogitRange)).Any(static symbol => symbol.ContainingNamespace.ToDisplayString() == typeof(LogitRange).Namespace)
            ? nameof(LogitRange)
            : $"global::{typeof(LogitRange).FullName}";

    private static TextFix Keep(string kept, string removed, AttributeArgumentListSyntax arguments)
        => new($"Keep '{kept}' only", [.. arguments.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText == removed).Select(Removal.Of)]);
}
