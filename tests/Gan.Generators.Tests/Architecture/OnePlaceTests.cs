using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Penalties;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Tests.Architecture;

/// <summary>What is said of a penalty or of a function is said in its own file: nothing else asks which one it has before it.</summary>
public sealed class OnePlaceTests
{
    private static readonly HashSet<string> s_penalties =
    [
        .. typeof(Penalty).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(Penalty))).Select(static type => type.Name),
        .. PenaltyTable.All.Select(static kind => kind.AttributeName),
    ];

    private static readonly HashSet<string> s_functions = [.. Functions.All.SelectMany(static function => function.Aliases.Append(function.Name))];

    /// <summary>The functions by which rules build formulas.</summary>
    private static readonly HashSet<string> s_fields = [.. typeof(Functions).GetFields().Where(static field => field.FieldType == typeof(Function)).Select(static field => field.Name)];

    /// <summary>Where identities between functions are, which belong to none of them alone; and names as people write them.</summary>
    private static readonly string[] s_identities = ["Formulas/FunctionTable/", "Formulas/Rewriting/", "Formulas/Reading/", "Objectives/Divergences/"];

    /// <summary>Algebras, whose elements are what these functions make.</summary>
    private static readonly (string File, string[] Elements)[] s_algebras =
    [
        ("Analysis/Fraction.cs", ["exp", "Exp", "square", "pow", "sqrt"]),
        ("Analysis/Polynomial.cs", ["square", "pow"]),
        ("Analysis/TailForm.cs", ["sqrt"]),
    ];

    /// <summary>Who makes a penalty of a user's class, which has no line in the table.</summary>
    private const string ReaderOfOwn = "Declarations/CustomPenaltyReader.cs";

    [Fact]
    public void NoOtherRoomNamesAPenalty() => Assert.Empty(NamesIn(static path => path != ReaderOfOwn && !path.StartsWith("Penalties/", StringComparison.Ordinal), static token => token.IsKind(SyntaxKind.IdentifierToken) && s_penalties.Contains(token.ValueText)));

    [Fact]
    public void NothingElseAsksForAFunction() => Assert.Empty(NamesIn(static path => !s_identities.Any(path.StartsWith) && !s_algebras.Any(algebra => algebra.File == path), AsksForAFunction));

    [Fact]
    public void AlgebrasAskForTheirElements()
        => Assert.All(s_algebras, static algebra => Assert.Empty(NamesIn(path => path == algebra.File, token => AsksForAFunction(token) && !algebra.Elements.Contains(token.ValueText))));

    /// <summary>A test of names that finds none would pass as well.</summary>
    [Fact]
    public void NamesAreSeen()
    {
        Assert.NotEmpty(NamesIn(static path => path == "Penalties/PenaltyTable.cs", static token => s_penalties.Contains(token.ValueText)));
        Assert.Contains(NamesIn(static path => path == "Formulas/Rewriting/CallRules.cs", AsksForAFunction), static name => name.EndsWith("names softplus", StringComparison.Ordinal));
        Assert.Contains(NamesIn(static path => path == "Formulas/Rewriting/CallRules.cs", AsksForAFunction), static name => name.EndsWith("names Max", StringComparison.Ordinal));
    }

    /// <summary>The text of a function's name, or a function of the table that is used for anything but to build a call.</summary>
    private static bool AsksForAFunction(SyntaxToken token) => token.Parent switch
    {
        LiteralExpressionSyntax => token.IsKind(SyntaxKind.StringLiteralToken) && s_functions.Contains(token.ValueText),
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: nameof(Functions) } } access } name
            => access.Name == name && s_fields.Contains(token.ValueText) && access.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Function.Of) },
        _ => false,
    };

    /// <summary>Such tokens in the compiler's files, each with its place.</summary>
    private static IEnumerable<string> NamesIn(Func<string, bool> isMeant, Func<SyntaxToken, bool> isSought)
    {
        var project = Path.Combine(Repository.Root, "src", "Gan.Generators");
        return from path in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(project, path).Replace('\\', '/')).Order(StringComparer.Ordinal)
               where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal) && isMeant(path)
               from token in CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(project, path))).GetRoot().DescendantTokens()
               where isSought(token)
               select $"{path}({token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}) names {token.ValueText}";
    }
}
