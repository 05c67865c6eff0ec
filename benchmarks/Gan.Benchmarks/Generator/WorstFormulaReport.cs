extern alias Generators;

using System.Collections.Immutable;
using Gan.Generators.Tests.Robustness;
using Generators::Gan.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Benchmarks;

/// <summary>What the most expensive formulas that the tests know cost in the generator and in the analyzers: processor time of a project with one objective.</summary>
internal static class WorstFormulaReport
{
    private const int Shown = 10;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
        [.. typeof(GanObjectiveGenerator).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract).Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static void Print(int rounds)
    {
        var formulas = WorstFormulas.All.Select(static worst => (worst.Name, Compilation: GeneratorBenchmarks.CompilationOf(Source(worst.Formula)))).ToList();
        // What is compiled once, by the runtime, is not a formula's.
        foreach (var (_, compilation) in formulas)
        {
            Generate(compilation.Clone());
            Analyze(compilation.Clone());
        }

        var measured = formulas.Select(formula => (formula.Name, Generator: Median(formula.Compilation, Generate, rounds), Analyzers: Median(formula.Compilation, Analyze, rounds))).ToList();
        Markdown.Head("formula", "generator", "analyzers");
        foreach (var (name, generator, analyzers) in measured.OrderByDescending(static row => row.Generator).Take(Shown).Union(measured.OrderByDescending(static row => row.Analyzers).Take(Shown)))
            Markdown.Row(name, Milliseconds(generator), Milliseconds(analyzers));
        Markdown.Row($"the median of {measured.Count}", Milliseconds(Median(measured.Select(static row => row.Generator))), Milliseconds(Median(measured.Select(static row => row.Analyzers))));
    }

    private static void Generate(CSharpCompilation compilation) => GeneratorBenchmarks.Driver(new GanObjectiveGenerator()).RunGenerators(compilation);

    private static void Analyze(CSharpCompilation compilation) =>
        compilation.WithAnalyzers(s_analyzers, new CompilationWithAnalyzersOptions(new([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    private static TimeSpan Median(CSharpCompilation compilation, Action<CSharpCompilation> work, int rounds) => Median(Enumerable.Range(0, rounds).Select(_ =>
    {
        var fresh = compilation.Clone();
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        work(fresh);
        return Environment.CpuUsage.TotalTime - before;
    }));

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds:0} ms";

    private static string Source(string formula) => $$"""
        [Gan.Dsl.GanObjective(FD = "{{formula}}", FG = "{{formula}}")]
        public sealed partial class Mine
        {
            [Gan.Dsl.Hyperparameter(Min = 0)] public double M { get; init; } = 1;
            [Gan.Dsl.Hyperparameter(Min = 0)] public double S { get; init; } = 1;
        }
        """;
}
