using System.Collections.Immutable;
using System.Composition;
using Gan.Dsl;
using Gan.Generators.Declarations;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Adds what limits D's slope: never one that is there already, with a weight of 0, or that works against another.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddLimitFix)), Shared]
public sealed class AddLimitFix : TextFixProvider
{
    private static readonly string[] s_limits = ["GradientPenalty", "R1", "WeightClip"];

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.UnlimitedCritic.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        if (source.Around<AttributeListSyntax>(diagnostic) is not { Parent: TypeDeclarationSyntax type } list
            || source.Model.GetDeclaredSymbol(type, source.Cancellation) is not { } symbol
            || Read(symbol, source.Model.Compilation, source.Cancellation) is not { } declaration)
        {
            yield break;
        }

        foreach (var limit in s_limits.Where(limit => declaration.Penalties.All(penalty => penalty.AttributeName != limit)))
        {
            var change = Addition.Below(list, Name(limit, list, source), source.Text);
            if (!IsOpposed(change, declaration, source))
                yield return new($"Add [{limit}]", change);
        }
    }

    /// <summary>Whether what is added would bring a message of its own.</summary>
    private static bool IsOpposed(TextChange change, ObjectiveDeclaration before, Source source)
    {
        var tree = source.Model.SyntaxTree;
        var compilation = source.Model.Compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(source.Text.WithChanges(change)));
        return compilation.Assembly.GetTypeByMetadataName(before.Type.MetadataName) is { } type
            && Read(type, compilation, source.Cancellation) is { } after
            && PenaltyCombinationRules.Check(after).Count() > PenaltyCombinationRules.Check(before).Count();
    }

    private static ObjectiveDeclaration? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
        => ObjectiveDeclarationReader.Read(type, compilation, cancellation);

    /// <summary>The short name where it is in scope.</summary>
    private static string Name(string limit, AttributeListSyntax list, Source source)
    {
        var isInScope = source.Model.LookupNamespacesAndTypes(list.SpanStart, name: limit + nameof(Attribute))
            .Any(static symbol => symbol.ContainingNamespace.ToDisplayString() == typeof(R1Attribute).Namespace);
        return isInScope ? limit : $"global::{typeof(R1Attribute).Namespace}.{limit}";
    }
}
