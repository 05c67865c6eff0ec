using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Rules;

/// <summary>Every diagnostic there is, a file a theme. Each has a page under docs/diagnostics and a row in AnalyzerReleases.Unshipped.md.</summary>
/// <remarks>An error is not configurable where no code can be generated for the type: if it were suppressed, the type would lack its members without a word.</remarks>
internal static partial class Descriptors
{
    private const string Docs = "https://github.com/gandsl/gandsl/blob/main/docs/diagnostics/";

    public static ImmutableArray<DiagnosticDescriptor> All => Table.All;

    // A class of its own: it is filled after the fields of every file are.
    private static class Table
    {
        public static readonly ImmutableArray<DiagnosticDescriptor> All =
        [
            .. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>(),
        ];
    }
}
