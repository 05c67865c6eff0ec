using System.Collections.Immutable;
using Gan.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Diagnostics;

/// <summary>Reports what the rules find, at the very characters: an analyzer's diagnostics live in the editor and obey <c>#pragma</c> and .editorconfig.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObjectiveAnalyzer : DiagnosticAnalyzer
{
    /// <summary>What a code fix finds in a diagnostic's properties: the text that would be right.</summary>
    internal const string Suggestion = nameof(Finding.Suggestion);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(static symbol => Analyze(symbol, (INamedTypeSymbol)symbol.Symbol), SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var diagnostic in DiagnosticsOf(type, context.Compilation, context.CancellationToken))
            context.ReportDiagnostic(diagnostic);
    }

    private static IEnumerable<Diagnostic> DiagnosticsOf(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (ObjectiveDeclarationReader.Read(type, compilation, cancellation) is not { } declaration)
            return StrayAttributes.In(type, cancellation);

        var locator = new FindingLocator(type, compilation, cancellation);
        return ObjectiveRules.Check(declaration).Select(finding => DiagnosticOf(finding, locator));
    }

    internal static Diagnostic DiagnosticOf(Finding finding, FindingLocator locator) => DiagnosticOf(finding, locator.Locate(finding.Target));

    internal static Diagnostic DiagnosticOf(Finding finding, Location location)
        => Diagnostic.Create(finding.Descriptor, location, PropertiesOf(finding), [.. finding.Arguments]);

    private static ImmutableDictionary<string, string?> PropertiesOf(Finding finding)
        => finding.Suggestion is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Suggestion, finding.Suggestion);
}
