using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Tests.Generation;

/// <summary>A project of a thousand objectives: what one edit re-runs.</summary>
public sealed class ManyObjectivesTests
{
    private const int Count = 1000;

    private static readonly string[] s_sources =
        [.. Enumerable.Range(0, Count).Select(static i => $"namespace A; [Gan.Dsl.GanObjective(FD = \"softplus({i} + t)\", FG = \"softplus(t)\")] [Gan.Dsl.R1] public partial class Objective{i};"), "class Unrelated;"];

    private static readonly Lazy<(CSharpCompilation Compilation, GeneratorDriver Driver)> s_first = new(static () =>
    {
        var compilation = GeneratorRun.CompilationOf(s_sources);
        return (compilation, GeneratorRun.Of(compilation).Driver);
    });

    [Fact]
    public void AnUnrelatedEditRunsNothingOfOurs()
    {
        var steps = ReasonsOf(After(Count, "class Unrelated { int x; }"), TrackingNames.Objective);
        Assert.Equal(Count, steps.Count);
        Assert.All(steps, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void AnEditOfOneObjectiveRunsThatOne()
    {
        var steps = ReasonsOf(After(7, s_sources[7].Replace("softplus(t)", "t")), TrackingNames.Objective);
        Assert.Equal(Count - 1, steps.Count(static reason => reason == IncrementalStepRunReason.Cached));
        Assert.Single(steps, IncrementalStepRunReason.Modified);
    }

    /// <summary>Of the steps we track and of the files: Roslyn hands us every declaration again, and what comes after finds it unchanged.</summary>
    [Fact]
    public void AnUnrelatedEditLeavesAtLeast95PercentOfTheStepsCached()
    {
        var result = After(Count, "class Unrelated { int x; }");
        var steps = TrackingNames.All.Where(result.TrackedSteps.ContainsKey).SelectMany(name => ReasonsOf(result, name)).ToArray();
        var files = result.TrackedOutputSteps.Values.SelectMany(static s => s).SelectMany(static s => s.Outputs).Select(static output => output.Reason).ToArray();
        Assert.Equal((2 * Count, Count), (steps.Length, files.Length));
        Assert.InRange(ShareCached(steps), 0.95, 1);
        Assert.InRange(ShareCached(files), 0.95, 1);
    }

    private static double ShareCached(IncrementalStepRunReason[] steps) => (double)steps.Count(static reason => reason == IncrementalStepRunReason.Cached) / steps.Length;

    private static List<IncrementalStepRunReason> ReasonsOf(GeneratorRunResult result, string step)
        => [.. result.TrackedSteps[step].SelectMany(static s => s.Outputs).Select(static output => output.Reason)];

    /// <summary>The run after one file changed and all others stayed the same trees.</summary>
    private static GeneratorRunResult After(int file, string text)
    {
        var (compilation, driver) = s_first.Value;
        var tree = compilation.SyntaxTrees[file];
        var edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));
        return driver.RunGenerators(edited).GetRunResult().Results.Single(static result => result.Generator.GetGeneratorType() == typeof(GanObjectiveGenerator));
    }
}
