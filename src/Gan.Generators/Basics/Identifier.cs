using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Basics;

/// <summary>Names as C# source.</summary>
internal static class Identifier
{
    /// <summary>The name, escaped where it is a keyword.</summary>
    public static string Of(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The name of a field, or of a property in a formula: the first letter small.</summary>
    public static string FirstLowered(string name) => name.Length == 0 ? "" : char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The name of a type, escaped too where it has small letters alone: C# warns that it may become a keyword, unless it is written so.</summary>
    public static string OfType(string name) => name.All(static c => c is >= 'a' and <= 'z') ? "@" + name : Of(name);
}
