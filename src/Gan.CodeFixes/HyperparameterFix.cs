using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Makes a hyperparameter a double that can be set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HyperparameterFix)), Shared]
public sealed class HyperparameterFix : TextFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.HyperparameterType.Id, Descriptors.HyperparameterAccessors.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        if (source.Around<PropertyDeclarationSyntax>(diagnostic) is not { } property)
            yield break;
        if (diagnostic.Id == Descriptors.HyperparameterType.Id)
            yield return new("Change the type to 'double'", new TextChange(property.Type.Span, "double"));
        else if (property.AccessorList is { Accessors: [{ Body: null, ExpressionBody: null } getter] } && getter.IsKind(SyntaxKind.GetAccessorDeclaration))
            yield return new("Add an 'init' accessor", new TextChange(new(getter.Span.End, 0), " init;"));
    }
}
