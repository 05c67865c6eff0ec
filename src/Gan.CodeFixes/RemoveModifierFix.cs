using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.CodeFixes;

/// <summary>Removes <c>static</c>, <c>abstract</c> or <c>file</c> where it forbids an objective or a hyperparameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveModifierFix)), Shared]
public sealed class RemoveModifierFix : TextFixProvider
{
    private static readonly ImmutableDictionary<string, SyntaxKind> s_modifiers = ImmutableDictionary.CreateRange<string, SyntaxKind>(
    [
        new(Descriptors.Static.Id, SyntaxKind.StaticKeyword),
        new(Descriptors.StaticHyperparameter.Id, SyntaxKind.StaticKeyword),
        new(Descriptors.Abstract.Id, SyntaxKind.AbstractKeyword),
        new(Descriptors.FileLocal.Id, SyntaxKind.FileKeyword),
    ]);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. s_modifiers.Keys];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        // A file-local type may be one around the objective.
        var modifier = source.Around<MemberDeclarationSyntax>(diagnostic)!.AncestorsAndSelf().OfType<MemberDeclarationSyntax>()
            .SelectMany(static member => member.Modifiers)
            .FirstOrDefault(modifier => modifier.IsKind(s_modifiers[diagnostic.Id]));
        if (!modifier.IsKind(SyntaxKind.None))
            yield return new($"Remove '{modifier.Text}'", Removal.Of(modifier, source.Text));
    }
}
