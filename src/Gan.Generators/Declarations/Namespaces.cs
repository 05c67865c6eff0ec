using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>Names of namespaces, by walking them: the compiler's own display of a symbol costs kilobytes.</summary>
internal static class Namespaces
{
    /// <summary>The whole name, its parts written by <paramref name="part"/>; empty for the global namespace.</summary>
    public static string Text(this INamespaceSymbol space, Func<string, string> part)
        => space.IsGlobalNamespace ? ""
            : space.ContainingNamespace.IsGlobalNamespace ? part(space.Name)
            : space.ContainingNamespace.Text(part) + "." + part(space.Name);

    /// <summary>Whether the whole name is <paramref name="name"/>.</summary>
    public static bool IsNamed(this INamespaceSymbol space, string name)
    {
        var end = name.Length;
        for (; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            var start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, space.Name, 0, space.Name.Length) != 0) return false;
            if (start == 0) return space.ContainingNamespace.IsGlobalNamespace;
            if (name[start - 1] != '.') return false;
            end = start - 1;
        }

        return false;
    }
}
