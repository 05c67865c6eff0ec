using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Basics;

/// <summary>Names as C# source.</summary>
internal static class Identifier
{
    /// <summary>The name, escaped where it is a keyword.</summary>
    public static string Of(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The name of a type, escaped too where it has small letters alone: C# warns that it may become a keyword, unless it is written so.</summary>
    public static string OfType(string name) => name.All(static c => c is >= 'a' and <= 'z') ? "@" + name : Of(name);
}
