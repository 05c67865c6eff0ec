using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Declarations;

/// <summary>Names as C# source.</summary>
internal static class Identifier
{
    /// <summary>The name, escaped where it is a keyword.</summary>
    public static string Of(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
