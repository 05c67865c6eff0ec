extern alias Generators;

using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using Generators::Gan.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Benchmarks;

/// <summary>
/// The generator over a project of N objectives: cold, as the first build pays for it, and after an edit, as an editor pays for it at each
/// keystroke: in a file without objectives, and in the formula of one. Each edit makes a compilation that is new to Roslyn,
/// which binds every attribute again; <see cref="RoslynAfterAnUnrelatedEdit"/> says how much of the time that is.
/// </summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest);

    private CSharpCompilation _compilation = null!;
    private SyntaxTree _unrelated = null!;
    private SyntaxTree _unrelatedEdited = null!;
    private SyntaxTree _objective = null!;
    private SyntaxTree _objectiveEdited = null!;
    private GeneratorDriver _warm = null!;
    private GeneratorDriver _roslyn = null!;

    [Params(1, 10, 100, 1000)]
    public int Objectives { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _unrelated = CSharpSyntaxTree.ParseText("class Unrelated { int x = 1; }", s_parse);
        _unrelatedEdited = CSharpSyntaxTree.ParseText("class Unrelated { int x = 2; }", s_parse);
        _objective = CSharpSyntaxTree.ParseText(Objective(0), s_parse);
        _objectiveEdited = CSharpSyntaxTree.ParseText(Objective(0).Replace("softplus(1 * t)", "softplus(2 * t)"), s_parse);
        _compilation = CompilationOf([.. Enumerable.Range(1, Objectives - 1).Select(Objective)]).AddSyntaxTrees(_objective, _unrelated);
        _warm = Driver(new GanObjectiveGenerator()).RunGenerators(_compilation);
        _roslyn = Driver(new AttributesAlone()).RunGenerators(_compilation);
        if (_warm.GetRunResult().GeneratedTrees.Length != Objectives)
            throw new InvalidOperationException("The generator did not emit a file for each objective.");
    }

    [Benchmark]
    public GeneratorDriver Cold() => Driver(new GanObjectiveGenerator()).RunGenerators(_compilation.Clone());

    [Benchmark]
    public GeneratorDriver AfterAnUnrelatedEdit() => _warm.RunGenerators(_compilation.ReplaceSyntaxTree(_unrelated, _unrelatedEdited));

    [Benchmark]
    public GeneratorDriver AfterAnEditOfOneObjective() => _warm.RunGenerators(_compilation.ReplaceSyntaxTree(_objective, _objectiveEdited));

    [Benchmark]
    public GeneratorDriver RoslynAfterAnUnrelatedEdit() => _roslyn.RunGenerators(_compilation.ReplaceSyntaxTree(_unrelated, _unrelatedEdited));

    internal static CSharpCompilation CompilationOf(params IReadOnlyList<string> sources) => CSharpCompilation.Create(
        "User",
        sources.Select(static source => CSharpSyntaxTree.ParseText(source, s_parse)),
        [
            .. Net100.References.All,
            MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "Gan.Runtime.dll")),
            MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "Gan.Dsl.dll")),
            MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "TorchSharp.dll")),
        ],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    internal static CSharpGeneratorDriver Driver(IIncrementalGenerator generator)
        => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: s_parse);

    /// <summary>Different formulas, so that nothing is shared between two objectives.</summary>
    private static string Objective(int i) => (i % 4) switch
    {
        0 => $"namespace User; [Gan.Dsl.GanObjective(FD = \"softplus({i + 1} * t)\", FG = \"softplus(t)\")] [Gan.Dsl.R1(Gamma = 10, Every = 16)] public sealed partial class Logistic{i};",
        1 => $"namespace User; [Gan.Dsl.GanObjective(FD = \"max(0, {i + 1} + t)\", FG = \"t\")] [Gan.Dsl.GradientPenalty] public sealed partial class Hinge{i};",
        2 => $"namespace User; [Gan.Dsl.GanObjective(Real = \"pow(t - {i + 1}, 2)\", Fake = \"pow(t, 2)\", Generator = \"pow(t - 1, 2)\")] [Gan.Dsl.R1] public sealed partial class Squares{i};",
        _ => $"namespace User; [Gan.Dsl.FDivergence(\"{i + 1} * (u * log(u) - (u + 1) * log((u + 1) / 2))\")] [Gan.Dsl.R1] public sealed partial class JensenShannon{i};",
    };
}
