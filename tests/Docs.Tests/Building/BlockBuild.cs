using Docs.Tests.Blocks;
using Microsoft.CodeAnalysis;

namespace Docs.Tests.Building;

/// <summary>Builds a block with all that stands around it.</summary>
internal static class BlockBuild
{
    public static Build Of(CodeBlock block)
    {
        var trees = new List<SyntaxTree>();
        if (block.Remarks.TryGetValue("within", out var surroundings))
        {
            trees.Add(Compiler.Parse($"using static {surroundings};\n#line 1\n{block.Code}", block.Name));
            trees.Add(FileOf($"tests/Docs.Tests/Surroundings/{surroundings}.cs"));
        }
        else
        {
            trees.Add(Compiler.Parse(block.Code, block.Name));
        }

        if (block.Remarks.TryGetValue("with", out var files))
            trees.AddRange(files.Split(", ").Select(FileOf));
        trees.AddRange(DeclaredBefore(block));
        return Compiler.Build(trees);
    }

    private static SyntaxTree FileOf(string path) =>
        path.EndsWith(".md", StringComparison.Ordinal) ? Compiler.Parse(Pages.BlocksOf(path).First().Code, path) : Compiler.Parse(Pages.Read(path), path);

    /// <summary>The types of the page so far. Those of a diagnostic's page are one type before and after its fix.</summary>
    private static IEnumerable<SyntaxTree> DeclaredBefore(CodeBlock block) =>
        block.Page.StartsWith("docs/diagnostics/GAN", StringComparison.Ordinal)
            ? []
            : Pages.BlocksOf(block.Page)
                .TakeWhile(earlier => earlier.Line < block.Line)
                .Where(static earlier => !earlier.IsExcerpt && !earlier.IsWrong)
                .Select(static earlier => Compiler.Parse(earlier.Code, earlier.Name))
                .Where(static tree => !Compiler.HasStatements(tree));
}
