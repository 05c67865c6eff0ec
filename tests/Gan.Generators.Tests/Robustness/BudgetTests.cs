using Gan.Generators.Basics;
using Gan.Generators.Emission;
using Gan.Generators.Objectives;
using Gan.Generators.Rules;
using Gan.Generators.Tests.Generation;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Tests.Robustness;

/// <summary>
/// What any formula may cost, counted in work, which is the same on every machine; the time is bounded generously, against a hang.
/// docs/reliability.md has the times that were measured.
/// </summary>
public sealed class BudgetTests
{
    private const long GeneratorWork = 400_000, AnalyzerWork = 600_000;

    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Names => [.. WorstFormulas.All.Select(static formula => formula.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TheWorkIsBoundedAndTheAnswerClear(string name)
    {
        var formula = WorstFormulas.All.Single(worst => worst.Name == name).Formula;
        await Task.Run(() => Check(formula)).WaitAsync(s_hang);
    }

    private static void Check(string formula)
    {
        CompiledObjective? objective = null;
        Finding[] findings = [], theory = [];
        Assert.InRange(Work.Of(() => objective = ObjectiveCompiler.Compile(Declared.Pair(formula))), 0, GeneratorWork / 2);
        if (objective is not null)
            Assert.InRange(Work.Of(() => ObjectiveEmitter.Emit(objective)), 0, GeneratorWork / 2);
        Assert.InRange(Work.Of(() => findings = [.. ObjectiveRules.Check(Declared.Pair(formula))]), 0, AnalyzerWork / 2);
        if (objective is not null)
            Assert.InRange(Work.Of(() => theory = [.. AnalysisRules.Check(objective)]), 0, AnalyzerWork / 2);

        // No code without a reason, and none that is given up half-way.
        Assert.Equal(objective is null, findings.Any(static finding => finding.IsError));
        Assert.All(findings.Where(static finding => finding.IsError), static finding => Assert.Equal(Descriptors.UnsupportedConstruct, finding.Descriptor));
    }

    /// <summary>What is accepted is code that compiles, however large.</summary>
    [Fact]
    public void WhatIsAcceptedCompiles()
    {
        var sources = WorstFormulas.All.Select(static (worst, i) => Declared.Source($"Worst{i}", worst.Formula)).ToArray();
        var run = GeneratorRun.Of(GeneratorRun.CompilationOf(sources));
        Assert.Empty(run.Output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS1591").Select(static d => d.ToString()));
        Assert.Equal(sources.Length, run.Sources.Count);
    }

    /// <summary>The same work on a second run, and whatever ran before.</summary>
    [Fact]
    public void WorkIsTheSameEachTime()
    {
        const string formula = "t > 0 ? log(1 + exp(t)) : silu(silu(t))";
        var first = Work.Of(() => ObjectiveEmitter.Emit(ObjectiveCompiler.Compile(Declared.Pair(formula))!));
        ObjectiveEmitter.Emit(ObjectiveCompiler.Compile(Declared.Pair("tanh(t) * sigmoid(t)"))!);
        Assert.Equal(first, Work.Of(() => ObjectiveEmitter.Emit(ObjectiveCompiler.Compile(Declared.Pair(formula))!)));
    }

    [Fact]
    public void ABudgetWithinABudgetTakesFromBoth()
    {
        var inner = "";
        var outer = Work.Within(100, () =>
        {
            inner = Work.Within(1000, () => { Work.Count(90); return "done"; });
            Assert.Null(Work.Within(5, () => { Work.Count(6); return "done"; }));
            return Work.Within(1000, () => { Work.Count(5); return "done"; });
        });
        Assert.Equal(("done", null), (inner, outer));
    }
}
