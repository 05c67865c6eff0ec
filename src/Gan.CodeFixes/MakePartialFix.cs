using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Makes an objective or an experiment and the types around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix)), Shared]
public sealed class MakePartialFix : TextFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.NotPartial.Id, Descriptors.ContainerNotPartial.Id, Descriptors.ExperimentNotPartial.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        // A class cannot be 'ref': C# reads the word as the start of another member, which 'partial' would become a part of.
        if (source.Around<TypeDeclarationSyntax>(diagnostic)!.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(static type => type.GetFirstToken().GetPreviousToken().IsKind(SyntaxKind.RefKeyword)))
            yield break;
        var changes = source.Around<TypeDeclarationSyntax>(diagnostic)!.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
            .SelectMany(type => PartsOf(type, source))
            .Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Select(static type => new TextChange(new(type.Keyword.SpanStart, 0), "partial "))
            .ToArray();
        if (changes.Length > 0)
            yield return new("Make the type 'partial'", changes);
    }

    /// <summary>The declarations of a type in the same document, which C# takes for parts of it, partial or not.</summary>
    private static IEnumerable<TypeDeclarationSyntax> PartsOf(TypeDeclarationSyntax type, Source source)
        => source.Model.GetDeclaredSymbol(type, source.Cancellation)?.DeclaringSyntaxReferences
            .Where(part => part.SyntaxTree == source.Model.SyntaxTree)
            .Select(part => part.GetSyntax(source.Cancellation))
            .OfType<TypeDeclarationSyntax>() ?? [type];
}
