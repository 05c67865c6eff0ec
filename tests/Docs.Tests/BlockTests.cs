using Docs.Tests.Blocks;
using Docs.Tests.Building;
using Microsoft.CodeAnalysis;

namespace Docs.Tests;

/// <summary>Every block of C# on a page is what it claims to be: it builds without a word and runs, or is wrong in the way that its page says.</summary>
public sealed class BlockTests
{
    private static IEnumerable<CodeBlock> Written => Pages.Blocks.Where(static block => !block.IsExcerpt);

    public static TheoryData<string> Right => [.. Written.Where(static block => !block.IsWrong).Select(static block => block.Name)];

    public static TheoryData<string> Wrong => [.. Written.Where(static block => block.IsWrong).Select(static block => block.Name)];

    public static TheoryData<string> Excerpts => [.. Pages.Blocks.Where(static block => block.IsExcerpt).Select(static block => block.Name)];

    [Theory]
    [MemberData(nameof(Right))]
    public void It_builds_and_runs(string name)
    {
        var block = Find(name);
        var build = BlockBuild.Of(block);
        AssertNone(build.Problems);
        if (block.Page.StartsWith("docs/diagnostics/GAN", StringComparison.Ordinal))
            Assert.DoesNotContain(build.Diagnostics, diagnostic => diagnostic.Id == block.DiagnosticId);
        BlockRun.Of(block, build.Load());
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void It_is_wrong_as_its_page_says_and_not_otherwise(string name)
    {
        var block = Find(name);
        var build = BlockBuild.Of(block);
        AssertNone(build.Problems.Where(problem => problem.Id != block.DiagnosticId));
        var diagnostic = Assert.Single(build.Diagnostics, diagnostic => diagnostic.Id == block.DiagnosticId);
        Assert.Equal(name, diagnostic.Location.GetLineSpan().Path);
        Assert.Contains($"\n> {diagnostic.GetMessage()}\n", Pages.Read(block.Page), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void An_excerpt_is_found_in_its_snapshot(string name)
    {
        var block = Find(name);
        var snapshot = Lines(Pages.Read(block.Remarks["excerpt of"]));
        var place = 0;
        foreach (var line in Lines(block.Code))
        {
            var found = Array.IndexOf(snapshot, line, place);
            Assert.True(found >= 0, $"{name}: the snapshot has no such line after its line {place}: {line}");
            place = found + 1;
        }
    }

    [Fact]
    public void Every_page_is_read_and_every_remark_is_understood()
    {
        Assert.True(Pages.Blocks.Count > 100, $"There are only {Pages.Blocks.Count} blocks.");
        Assert.Equal(Pages.Blocks.Count, Pages.Blocks.Select(static block => block.Name).Distinct().Count());
        Assert.All(Pages.Blocks, static block => Assert.Empty(block.Remarks.Keys.Except(CodeBlock.KnownRemarks)));
        Assert.All(Pages.All, static page => Assert.Equal(Fences(page), Pages.BlocksOf(page).Count()));
        Assert.All(Pages.All, static page => Assert.DoesNotContain(Pages.Read(page).Split('\n'), static line => line is "```cs" or "```c#" or "```C#" or "~~~csharp"));

        static int Fences(string page) => Pages.Read(page).Split('\n').Count(static line => line.TrimStart() == "```csharp");
    }

    private static void AssertNone(IEnumerable<Diagnostic> problems)
    {
        if (problems.Any())
            Assert.Fail(string.Join('\n', problems));
    }

    private static CodeBlock Find(string name) => Pages.Blocks.Single(block => block.Name == name);

    /// <summary>The lines that say something, without the namespaces that generated code spells out.</summary>
    private static string[] Lines(string code) =>
        [.. code.Replace("global::TorchSharp.torch.", "", StringComparison.Ordinal).Replace("global::Gan.Runtime.", "", StringComparison.Ordinal)
            .Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0)];
}
