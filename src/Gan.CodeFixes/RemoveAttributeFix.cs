using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.CodeFixes;

/// <summary>Removes a penalty or a clip that repeats another or works against it, a smoothing without meaning, and the attribute of an unused hyperparameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeFix)), Shared]
public sealed class RemoveAttributeFix : TextFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        Descriptors.SecondClip.Id,
        Descriptors.ClipAndPenalty.Id,
        Descriptors.SamePoint.Id,
        Descriptors.OpposedPenalties.Id,
        Descriptors.UnusedHyperparameter.Id,
        Descriptors.SmoothingWithoutMeaning.Id,
    ];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        var attribute = diagnostic.Id == Descriptors.UnusedHyperparameter.Id
            ? source.Around<PropertyDeclarationSyntax>(diagnostic)?.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(IsHyperparameter)
            : source.Around<AttributeSyntax>(diagnostic);
        if (attribute is not null)
            yield return new($"Remove [{attribute.Name}]", Removal.Of(attribute, source.Text));
    }

    private static bool IsHyperparameter(AttributeSyntax attribute)
        => attribute.Name.ToString().Split('.', ':').Last() is "Hyperparameter" or "HyperparameterAttribute";
}
