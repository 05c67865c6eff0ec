using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Analyzers;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Names the nearest hyperparameter in an argument that names none: in its string, or as the last name of its nameof.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HyperparameterNameFix)), Shared]
public sealed class HyperparameterNameFix : TextFixProvider
{
    private const string Key = "Use the nearest hyperparameter";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.UnknownSweep.Id, Descriptors.UnknownWeight.Id, Descriptors.SmoothingFrom.Id, Descriptors.TopKShare.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        if (diagnostic.Properties.TryGetValue(ObjectiveAnalyzer.Suggestion, out var name) && name is not null
            && source.Around<AttributeArgumentSyntax>(diagnostic)?.Expression is { } expression && Change(expression, name) is { } change)
        {
            yield return new($"Replace with '{name}'", Key, [change]);
        }
    }

    // A constant that is declared elsewhere may serve others too.
    private static TextChange? Change(ExpressionSyntax expression, string name) => expression switch
    {
        LiteralExpressionSyntax => new(expression.Span, SymbolDisplay.FormatLiteral(name, quote: true)),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] } => new(LastName(named).Span, name),
        _ => null,
    };

    private static SyntaxNode LastName(ExpressionSyntax named) => named is MemberAccessExpressionSyntax access ? access.Name : named;
}
