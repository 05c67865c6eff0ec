using Gan.Generators.Penalties;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Tests.Architecture;

/// <summary>What is said of a penalty is said in its own file: no other room asks which one it has before it.</summary>
public sealed class OnePlaceTests
{
    private static readonly HashSet<string> s_penalties =
    [
        .. typeof(Penalty).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(Penalty))).Select(static type => type.Name),
        .. PenaltyTable.All.Select(static kind => kind.AttributeName),
    ];

    [Fact]
    public void NoOtherRoomNamesAPenalty() => Assert.Empty(NamesIn(static path => !path.StartsWith("Penalties/", StringComparison.Ordinal), s_penalties));

    /// <summary>A test of names that finds none would pass as well.</summary>
    [Fact]
    public void NamesAreSeen() => Assert.NotEmpty(NamesIn(static path => path == "Penalties/PenaltyTable.cs", s_penalties));

    /// <summary>The uses of these names in the compiler's files, each with its place.</summary>
    private static IEnumerable<string> NamesIn(Func<string, bool> isMeant, HashSet<string> names)
    {
        var project = Path.Combine(Repository.Root, "src", "Gan.Generators");
        return from path in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(project, path).Replace('\\', '/')).Order(StringComparer.Ordinal)
               where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal) && isMeant(path)
               from token in CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(project, path))).GetRoot().DescendantTokens()
               where token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText)
               select $"{path}({token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}) names {token.ValueText}";
    }
}
