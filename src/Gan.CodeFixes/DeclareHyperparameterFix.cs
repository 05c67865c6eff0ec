using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Declares the hyperparameter that an unknown name of a formula was meant to be.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareHyperparameterFix)), Shared]
public sealed class DeclareHyperparameterFix : TextFixProvider
{
    private const string Key = "Declare the hyperparameter";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.UnknownName.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        var span = diagnostic.Location.SourceSpan;
        var name = source.Text.ToString(span);
        var isName = SyntaxFacts.IsValidIdentifier(name) && char.ToLowerInvariant(name[0]) == name[0] && !DataNames.Contains(name) && FormulaInSource.IsWithinLiteral(span, source.Root);
        if (isName && source.Around<TypeDeclarationSyntax>(diagnostic) is { } type)
        {
            var property = char.ToUpperInvariant(name[0]) + name.Substring(1);
            yield return new($"Declare the hyperparameter '{property}'", Key, [Insert($"[Hyperparameter] public double {property} {{ get; init; }} = 1;", type, source.Text)]);
        }
    }

    private static TextChange Insert(string member, TypeDeclarationSyntax type, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(type.SpanStart);
        var indentation = Addition.IndentationOf(line);
        var lineBreak = Addition.LineBreakAt(text, line);
        return type.OpenBraceToken.IsKind(SyntaxKind.None)
            ? new(type.SemicolonToken.Span, $"{lineBreak}{indentation}{{{lineBreak}{indentation}    {member}{lineBreak}{indentation}}}")
            : new(new(type.OpenBraceToken.Span.End, 0), $"{lineBreak}{indentation}    {member}");
    }
}
