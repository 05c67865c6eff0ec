using System.Collections.Immutable;
using Gan.Dsl;
using Gan.Generators.Declarations;
using Gan.Generators.Objectives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Diagnostics;

/// <summary>
/// Reports what is proved of an objective's losses. Apart from <see cref="ObjectiveAnalyzer"/>, because it asks of right declarations only,
/// and what it finds keeps the generator from nothing: a user who knows better silences it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TheoryAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => AnalysisRules.Descriptors;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(static symbol => Analyze(symbol, (INamedTypeSymbol)symbol.Symbol), SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (ObjectiveDeclarationReader.Read(type, context.Compilation, context.CancellationToken) is not { } declaration
            || ObjectiveCompiler.Compile(declaration) is not { } objective)
        {
            return;
        }

        var locator = new FindingLocator(type, context.Compilation, context.CancellationToken);
        var isNormalised = type.GetAttributes().Any(ObjectiveDeclarationReader.IsAttribute<SpectralNormAttribute>);
        foreach (var finding in AnalysisRules.Check(objective, isNormalised))
            context.ReportDiagnostic(ObjectiveAnalyzer.DiagnosticOf(finding, locator));
    }
}
