using System.Text.RegularExpressions;
using Gan.Generators.Tests.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Tests.Fuzzing;

/// <summary>The sources that mutations start from: the catalogue, the samples, what is published, and the declarations and formulas of the tests of generation.</summary>
internal static partial class Seeds
{
    // Few that seldom change: another source would make another sample of each number.
    private static readonly string[] s_folders = ["src/Gan.Runtime/Objectives", "samples", "tests/Gan.Generators.Tests/Published", "tests/Gan.Generators.Tests/Generation"];

    private static readonly Lazy<(IReadOnlyList<string> Sources, IReadOnlyList<string> Formulas)> s_all = new(Read);

    /// <summary>Sources of declarations, right and wrong.</summary>
    public static IReadOnlyList<string> Sources => s_all.Value.Sources;

    /// <summary>Short texts beside them, most of them formulas.</summary>
    public static IReadOnlyList<string> Formulas => s_all.Value.Formulas;

    private static (IReadOnlyList<string> Sources, IReadOnlyList<string> Formulas) Read()
    {
        var root = Root();
        var files = s_folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(static file => !IsMade().IsMatch(file))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .ToArray();
        var texts = files.SelectMany(TextsOf).Select(static text => Mark().Replace(text, "")).Select(static text => text.Replace("|}", "", StringComparison.Ordinal)).ToArray();
        var written = files.Where(static file => file.Contains("[Gan", StringComparison.Ordinal) && !file.Contains("namespace Gan.Generators.Tests", StringComparison.Ordinal) && !file.Contains("namespace Gan.CodeFixes.Tests", StringComparison.Ordinal));
        return (
            [.. written.Concat(texts.Where(IsDeclaration)).Select(Completed).Distinct()],
            [.. texts.Where(static text => text.Length is > 0 and < 200 && !IsDeclaration(text) && Formula().IsMatch(text)).Distinct()]);
    }

    /// <summary>Networks and data are named by what the tests have them named by.</summary>
    private static string Completed(string text) => text.Contains("GanExperiment", StringComparison.Ordinal) && !text.Contains("using Gan.Experiments", StringComparison.Ordinal) ? ExperimentTest.Usings + text : text;

    private static bool IsDeclaration(string text) => Declaration().IsMatch(text);

    /// <summary>What the literals of a file say. A hole has the value of the constant of its name, else the plainest formula.</summary>
    private static IEnumerable<string> TextsOf(string file)
    {
        var root = CSharpSyntaxTree.ParseText(file).GetRoot();
        var constants = root.DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .Where(static variable => variable.Initializer?.Value is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax)
            .GroupBy(static variable => variable.Identifier.ValueText)
            .ToDictionary(static group => group.Key, static group => group.First().Initializer!.Value);
        return root.DescendantNodes().OfType<ExpressionSyntax>().Select(expression => TextOf(expression, 0)).OfType<string>();

        string? TextOf(ExpressionSyntax expression, int depth) => expression switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(part => part is InterpolatedStringTextSyntax plain ? plain.TextToken.ValueText : Hole(((InterpolationSyntax)part).Expression, depth))),
            _ => null,
        };

        string Hole(ExpressionSyntax expression, int depth)
            => expression is IdentifierNameSyntax name && depth < 4 && constants.TryGetValue(name.Identifier.ValueText, out var constant) ? TextOf(constant, depth + 1) ?? "t" : "t";
    }

    private static string Root()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (Directory.Exists(Path.Combine(directory.FullName, "src", "Gan.Runtime")))
                return directory.FullName;
        }

        throw new InvalidOperationException($"The folder src/Gan.Runtime is not above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(@"[/\\](obj|bin|Fuzzing)[/\\]|\.verified\.cs|\.received\.cs")]
    private static partial Regex IsMade();

    [GeneratedRegex(@"\{\|GAN\d+:")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[.*\b(GanObjective|FDivergence|GanExperiment|GanCatalogue|GanObjectiveTests|SampleShape)\b", RegexOptions.Singleline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[tu]\b")]
    private static partial Regex Formula();
}
