using System.Collections.Immutable;
using Gan.Generators.Declarations;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Analyzers;

/// <summary>
/// Reports what is proved of an objective's losses. Apart from <see cref="ObjectiveAnalyzer"/>, because it asks of right declarations only,
/// and what it finds keeps the generator from nothing: a user who knows better silences it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TheoryAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. AnalysisRules.Descriptors, Descriptors.AnalysisFailed];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Guarded.OfType(DiagnosticsOf), SymbolKind.NamedType);
    }

    private static IEnumerable<Diagnostic> DiagnosticsOf(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (ObjectiveDeclarationReader.Read(type, compilation, cancellation) is not { } declaration
            || ObjectiveCompiler.Compile(declaration) is not { } objective)
        {
            return [];
        }

        var locator = new FindingLocator(type, compilation, cancellation);
        return AnalysisRules.Check(objective).Select(finding => ObjectiveAnalyzer.DiagnosticOf(finding, locator));
    }
}
