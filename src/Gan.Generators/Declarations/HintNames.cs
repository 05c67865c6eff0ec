using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>Names of generated files. The compiler tells them apart without regard to case, since file systems do; C# tells types apart by it.</summary>
internal static class HintNames
{
    /// <summary>The metadata name; where a neighbour's differs in case alone, followed by which letters are capitals.</summary>
    public static string StemOf(INamedTypeSymbol type, string metadataName) => HasTwin(type) ? $"{metadataName}-{Capitals(metadataName)}" : metadataName;

    /// <summary>Whether the file at a path is what is generated under this name, and not one that the user calls so.</summary>
    public static bool IsGenerated(string path, string hintName)
        => path.EndsWith(hintName, StringComparison.Ordinal) && path.IndexOf(typeof(GanObjectiveGenerator).FullName, StringComparison.Ordinal) >= 0;

    /// <summary>Whether the type, one around it or a namespace around it has a neighbour of the same name in other case.</summary>
    private static bool HasTwin(INamedTypeSymbol type)
    {
        for (INamespaceOrTypeSymbol symbol = type; Around(symbol) is { } around; symbol = around)
        {
            var neighbours = symbol is INamespaceSymbol ? around.GetMembers().OfType<INamespaceSymbol>() : (IEnumerable<INamespaceOrTypeSymbol>)around.GetTypeMembers();
            if (neighbours.Any(other => other.MetadataName != symbol.MetadataName && string.Equals(other.MetadataName, symbol.MetadataName, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
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
