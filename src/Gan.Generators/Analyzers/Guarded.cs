using Gan.Generators.Declarations;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Analyzers;

/// <summary>Runs the checks of one declaration. An exception that left an analyzer would be reported without a place.</summary>
internal static class Guarded
{
    /// <summary>An action that makes the checks of a type.</summary>
    public static Action<SymbolAnalysisContext> OfType(Func<INamedTypeSymbol, Compilation, CancellationToken, IEnumerable<Diagnostic>> check)
        => context =>
        {
            var type = (INamedTypeSymbol)context.Symbol;
            foreach (var diagnostic in Diagnostics(type.Name, type.Locations[0], () => check(type, context.Compilation, context.CancellationToken)))
                context.ReportDiagnostic(diagnostic);
        };

    /// <summary>What the checks report; where they fail, that.</summary>
    /// <param name="name">What is checked.</param>
    public static IReadOnlyList<Diagnostic> Diagnostics(string name, Location location, Func<IEnumerable<Diagnostic>> check)
    {
        try
        {
            return [.. check()];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return [Diagnostic.Create(Descriptors.AnalysisFailed, location, name, Failure.Describe(exception))];
        }
    }
}
