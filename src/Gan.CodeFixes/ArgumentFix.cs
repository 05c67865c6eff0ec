using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Mends an argument of a penalty: drops one of Weight and Gamma, or a OneSided without effect; sets Every to 1.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArgumentFix)), Shared]
public sealed class ArgumentFix : TextFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.WeightAndGamma.Id, Descriptors.OneSidedAtZero.Id, Descriptors.PenaltyEvery.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        if (diagnostic.Id == Descriptors.WeightAndGamma.Id)
            return source.Around<AttributeSyntax>(diagnostic)?.ArgumentList is { } arguments ? [Keep("Weight", "Gamma", arguments), Keep("Gamma", "Weight", arguments)] : [];
        if (source.Around<AttributeArgumentSyntax>(diagnostic) is not { } argument)
            return [];
        return diagnostic.Id == Descriptors.PenaltyEvery.Id
            ? [new("Evaluate it at every step", new TextChange(argument.Expression.Span, "1"))]
            : [new("Remove OneSided", Removal.Of(argument))];
    }

    private static TextFix Keep(string kept, string removed, AttributeArgumentListSyntax arguments)
        => new($"Keep {kept}", [.. arguments.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText == removed).Select(Removal.Of)]);
}
