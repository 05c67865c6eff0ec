using System.Collections.Immutable;
using Gan.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Analyzers;

/// <summary>A field that a formula names is used, though C# sees no use of it in a string: what says otherwise is silenced.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormulaUseSuppressor : DiagnosticSuppressor
{
    private const string Justification = "A formula of an objective uses the field.";

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
    [
        .. new[] { "CS0414", "CA1823", "IDE0051", "IDE0052" }.Select(static id => new SuppressionDescriptor("GANS" + id, id, Justification)),
    ];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree
                || tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<VariableDeclaratorSyntax>() is not { } declarator
                || context.GetSemanticModel(tree).GetDeclaredSymbol(declarator, context.CancellationToken) is not IFieldSymbol field
                || !TypesWithin(field.ContainingType).Any(type => IsNamedBy(type, field.Name)))
            {
                continue;
            }

            context.ReportSuppression(Suppression.Create(SupportedSuppressions.First(suppression => suppression.SuppressedDiagnosticId == diagnostic.Id), diagnostic));
        }

        bool IsNamedBy(INamedTypeSymbol type, string name)
            => ObjectiveDeclarationReader.Read(type, context.Compilation, context.CancellationToken)?.Constants.Any(constant => constant.Name == name) == true;
    }

    private static IEnumerable<INamedTypeSymbol> TypesWithin(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(TypesWithin).Prepend(type);
}
