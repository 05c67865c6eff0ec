using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>Names of generated files. The compiler tells them apart without regard to case, since file systems do; C# tells types apart by it.</summary>
internal static class HintNames
{
    /// <summary>
    /// The metadata name; where a neighbour's differs in case alone, followed by which letters are capitals, and where one's is the same,
    /// as of a class and a struct, an error of its own, by which of them it is. What is added has a hyphen before it, which no name has.
    /// </summary>
    public static string StemOf(INamedTypeSymbol type, string metadataName)
        => Escaped(metadataName) + (HasTwin(type) ? $"-{Capitals(metadataName)}" : "") + (PlaceAmongEquals(type) is var place and not 0 ? $"-{place + 1}" : "");

    /// <summary>Whether the file at a path is generated: the compiler puts those of a generator into a folder of its name.</summary>
    public static bool IsGenerated(string path) => s_folders.Any(folder => path.IndexOf(folder, StringComparison.Ordinal) >= 0);

    private static readonly string[] s_folders =
        [.. new[] { typeof(GanObjectiveGenerator), typeof(GanExperimentGenerator) }.SelectMany(static generator => new[] { $"/{generator.FullName}/", $"\\{generator.FullName}\\" })];

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

    private static int PlaceAmongEquals(INamedTypeSymbol type)
    {
        var place = 0;
        for (var symbol = type; symbol is not null; symbol = symbol.ContainingType)
        {
            var equals = ((INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace).GetTypeMembers(symbol.Name, symbol.Arity);
            place = (place * equals.Length) + equals.TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, symbol)).Count();
        }

        return place;
    }

    /// <summary>C# allows more characters in a name than the compiler does in a file's.</summary>
    private static string Escaped(string name)
        => name.All(IsPlain) ? name : string.Concat(name.Select(static c => IsPlain(c) ? c.ToString() : $"-{(int)c:x4}"));

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '.' or '+' or '`' or '_';

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
