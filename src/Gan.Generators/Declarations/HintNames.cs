using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>Names of generated files. The compiler tells them apart without regard to case, since file systems do; C# tells types apart by it.</summary>
internal static class HintNames
{
    /// <summary>The metadata name; where a neighbour's differs in case alone, followed by which letters are capitals.</summary>
    public static string StemOf(INamedTypeSymbol type, string metadataName) => HasTwin(type) ? $"{metadataName}-{Capitals(metadataName)}" : metadataName;

    /// <summary>Whether the file at a path is what is generated under this name, and not one that the user calls so.</summary>
    public static bool IsGenerated(string path, string hintName)
        => path.EndsWith(hintName, StringComparison.Ordinal) && s_generators.Any(generator => path.IndexOf(generator, StringComparison.Ordinal) >= 0);

    private static readonly string[] s_generators = [typeof(GanObjectiveGenerator).FullName, typeof(GanExperimentGenerator).FullName];

    /// <summary>Whether the type, one around it or a namespace around it has a neighbour of the same name in other case.</summary>
    private static bool HasTwin(INamedTypeSymbol type)
    {
        for (INamespaceOrTypeSymbol symbol = type; Around(symbol) is { } around; symbol = around)
        {
            var twins = symbol is INamespaceSymbol
                ? s_twinNamespaces.GetValue(around, static around => new(around.GetMembers().OfType<INamespaceSymbol>()))
                : s_twinTypes.GetValue(around, static around => new(around.GetTypeMembers()));
            if (twins.Contains(symbol.MetadataName)) return true;
        }

        return false;
    }

    // Each of a thousand types in one namespace would look at all the others: they share one look. A symbol lives as long as its compilation, and its entry no longer.
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, Twins> s_twinTypes = new();
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, Twins> s_twinNamespaces = new();

    /// <summary>Of the names of neighbours, those that differ from another one in case alone.</summary>
    private sealed class Twins
    {
        private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

        public Twins(IEnumerable<INamespaceOrTypeSymbol> neighbours)
        {
            var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var neighbour in neighbours)
            {
                var name = neighbour.MetadataName;
                if (!seen.TryGetValue(name, out var other)) seen.Add(name, name);
                else if (other != name) _names.Add(name);
            }
        }

        public bool Contains(string name) => _names.Contains(name);
    }

    private static INamespaceOrTypeSymbol? Around(INamespaceOrTypeSymbol symbol) => (INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;

    /// <summary>One bit a character, in hexadecimal digits of four.</summary>
    private static string Capitals(string name)
    {
        var digits = new char[(name.Length + 3) / 4];
        for (var i = 0; i < digits.Length; i++)
        {
            var four = name.Skip(4 * i).Take(4).Aggregate(0, static (bits, c) => (2 * bits) + (char.IsUpper(c) ? 1 : 0));
            digits[i] = "0123456789abcdef"[four];
        }

        return new(digits);
    }
}
