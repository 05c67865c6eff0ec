using Gan.Generators.Tests.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Tests.Fuzzing;

/// <summary>The kinds of sources that are made; of each, the sample of a seed and a number is always the same one.</summary>
internal static class Samples
{
    public const string Sources = "sources", Attributes = "attributes", Formulas = "formulas", LossFunctions = "loss functions", Several = "several declarations";

    public static readonly IReadOnlyList<string> Kinds = [Sources, Attributes, Formulas, LossFunctions, Several];

    /// <summary>The namespace that stands for a sample's own until it has one.</summary>
    private const string Placeholder = "Fuzzed0";

    private const int MaxDepth = 300, LargeStack = 512 << 20;

    private static readonly Lazy<HashSet<string>> s_hidden = new(static () => [.. TypesOf(CSharpCompilation.Create("Libraries", references: GeneratorRun.References).GlobalNamespace)
        .Where(static type => type.DeclaredAccessibility != Accessibility.Public)
        .SelectMany(static type => new[] { type.Name, type.Name.EndsWith("Attribute", StringComparison.Ordinal) ? type.Name[..^"Attribute".Length] : type.Name })]);

    private static readonly Lazy<HashSet<string>> s_types = new(static () => [.. TypesOf(CSharpCompilation.Create("Libraries", references: GeneratorRun.References).GlobalNamespace).Select(static type => type.ToDisplayString())]);

    private static readonly Lazy<IReadOnlyList<string>> s_seeds = new(static () => [.. Seeds.Sources.Select(static source => Enclosure.Around(source, Placeholder))]);

    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="number">Which one of the seed's.</param>
    /// <param name="isGlobal">Without a namespace of its own.</param>
    public static Sample Make(string kind, ulong seed, int number, bool isGlobal)
    {
        var random = new RandomNumbers(seed + RandomNumbers.Mix((ulong)Kinds.ToList().IndexOf(kind)), number) { IsCareful = number % 2 == 0 };
        var text = kind switch
        {
            Sources => Mutated(random.Of(s_seeds.Value), random),
            Several => string.Concat(Enumerable.Range(0, 2 + random.Next(2)).Select(i => Declaration($"Mine{(random.Rare(4) ? 0 : i)}", random) + "\n")),
            _ => Declaration("Mine", random, kind),
        };
        if (kind != Sources)
        {
            text = $"using System;\n{(random.OneIn(40) ? $"using {Placeholder};\n[assembly: GanObjectiveTests(typeof(Mine{(kind == Several ? "0" : "")}))]\n" : "")}namespace {Placeholder}\n{{\n{text}{(random.OneIn(12) ? " [GanCatalogue] public static partial class List;" : "")}\n}}\n";
            if (random.Rare(kind == Formulas ? 8 : 2)) text = Mutated(text, random);
        }

        return new(seed, number, isGlobal ? Opened(text) : text.Replace(Placeholder, $"Fuzzed{number + 1}", StringComparison.Ordinal));
    }

    private static string Opened(string text)
    {
        var opened = text.Replace($"using {Placeholder};", "", StringComparison.Ordinal).Replace($"namespace {Placeholder}\n{{\n", "", StringComparison.Ordinal);
        return opened.Length < text.Length && opened.EndsWith("\n}\n", StringComparison.Ordinal) ? opened[..^3] : opened;
    }

    private static string Mutated(string text, RandomNumbers random)
    {
        for (var count = random.IsCareful ? 1 : random.Few(6); count > 0; count--)
        {
            var mutated = SourceMutator.Mutate(text, random);
            if (!IsTooDeep(mutated) && !NamesHiddenType(mutated) && !HidesType(mutated)) text = mutated;
        }

        return text;
    }

    /// <summary>
    /// Whether an attribute of the assembly holds the name of a hidden type, of a library or of its own: C# asks for the attributes of the assembly to see whether such a type is accessible, and so on without end.
    /// </summary>
    private static bool NamesHiddenType(string text)
    {
        if (!text.Contains("assembly", StringComparison.Ordinal)) return false;
        var root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
        var hidden = root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(IsHidden).Select(static type => type.Identifier.ValueText).ToHashSet();
        return root.AttributeLists.SelectMany(static list => list.DescendantTokens()).Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
            .Any(token => hidden.Contains(token.ValueText) || s_hidden.Value.Contains(token.ValueText));
    }

    /// <summary>Whether a namespace or a type in one has the full name of a library's type, such as <c>System.Math</c>, which hides that type from all code of the project.</summary>
    private static bool HidesType(string text)
        => text.Contains("namespace", StringComparison.Ordinal)
            && CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().Where(static node => node is BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax).Any(static node => s_types.Value.Contains(FullName(node)));

    private static string FullName(SyntaxNode declaration)
        => string.Join(".", declaration.AncestorsAndSelf().Reverse().Select(static node => node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            _ => null,
        }).OfType<string>());

    private static bool IsHidden(BaseTypeDeclarationSyntax type)
        => type.Modifiers.Any(SyntaxKind.PrivateKeyword) || type.Modifiers.Any(SyntaxKind.ProtectedKeyword)
            || (type.Parent is TypeDeclarationSyntax && !type.Modifiers.Any(SyntaxKind.PublicKeyword) && !type.Modifiers.Any(SyntaxKind.InternalKeyword));

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
        => container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member => member is INamedTypeSymbol type ? TypesOf(member).Prepend(type) : TypesOf(member));

    /// <summary>
    /// Whether its code, as where the quotes of a formula are lost, has more brackets in each other than C#'s own parser takes on a small stack.
    /// Which of the text is code only the parser itself knows.
    /// </summary>
    private static bool IsTooDeep(string text)
    {
        if (text.Count(static c => c is '(' or '[' or '<') <= MaxDepth) return false;
        var deepest = 0;
        var thread = new Thread(() => deepest = DepthOf(CSharpSyntaxTree.ParseText(text).GetRoot()), LargeStack);
        thread.Start();
        thread.Join();
        return deepest > MaxDepth;
    }

    private static int DepthOf(SyntaxNode root)
    {
        int depth = 0, deepest = 0;
        foreach (var token in root.DescendantTokens())
        {
            depth = Math.Max(0, depth + token.Kind() switch
            {
                SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.LessThanToken => 1,
                SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.GreaterThanToken => -1,
                _ => 0,
            });
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private static string Declaration(string name, RandomNumbers random) => random.OneIn(4) ? Inner(random.Of(s_seeds.Value)) : Declaration(name, random, random.Of([Attributes, Formulas, LossFunctions]));

    private static string Declaration(string name, RandomNumbers random, string kind) => kind switch
    {
        Attributes => AttributeSamples.Type(name, random, () => random.OneIn(3) ? FormulaSamples.Next(random) : random.Of(["t", "softplus(t)", "softplus(-t)", "m * t", "max(0, 1 + t)", "square(t - 1)", "s * t", "K * t"])),
        Formulas => $$"""{{AttributeSamples.Objective(random, () => FormulaSamples.Next(random))}} public sealed partial class {{name}} { [Hyperparameter] public double M { get; init; } = 1; [Hyperparameter(Min = 0)] public double S { get; init; } = 2; const double k = 3; }""",
        _ => LossFunctionSamples.Type(name, random),
    };

    /// <summary>What stands in a seed's namespace.</summary>
    private static string Inner(string seed) => seed[(seed.IndexOf('{', seed.IndexOf("namespace " + Placeholder, StringComparison.Ordinal)) + 1)..seed.LastIndexOf('}')];
}
