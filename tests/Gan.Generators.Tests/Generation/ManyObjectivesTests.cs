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
        var steps = After(Count, "class Unrelated { int x; }");
        Assert.Equal(Count, steps.Count);
        Assert.All(steps, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void AnEditOfOneObjectiveRunsThatOne()
    {
        var steps = After(7, s_sources[7].Replace("softplus(t)", "t"));
        Assert.Equal(Count - 1, steps.Count(static reason => reason == IncrementalStepRunReason.Cached));
        Assert.Single(steps, IncrementalStepRunReason.Modified);
    }

    /// <summary>Why each objective's source was computed or not, after one file changed and all others stayed the same trees.</summary>
    private static List<IncrementalStepRunReason> After(int file, string text)
    {
        var (compilation, driver) = s_first.Value;
        var tree = compilation.SyntaxTrees[file];
        var edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));
        var result = driver.RunGenerators(edited).GetRunResult().Results.Single();
        return [.. result.TrackedSteps[TrackingNames.Objective].SelectMany(static step => step.Outputs).Select(static output => output.Reason)];
    }
}
