using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Tests.Generation;

/// <summary>
/// Runs the generators over sources as a build would. Every run also proves that what it emitted compiles without a warning,
/// and that a second run over an equal compilation does nothing again.
/// </summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    public static readonly IReadOnlyList<MetadataReference> References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(Gan.Runtime.IGanObjective).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Gan.Experiments.Experiment).Assembly.Location),
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "Gan.Dsl.dll")),
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "TorchSharp.dll")),
        MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location),
    ];

    /// <summary>The SDK turns these off too: TorchSharp was built against .NET 8.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> s_asInTheSdk = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    private GeneratorRun(GeneratorDriver driver, Microsoft.CodeAnalysis.Compilation output)
    {
        Driver = driver;
        Output = output;
    }

    public GeneratorDriver Driver { get; }

    /// <summary>The compilation with the generated sources.</summary>
    public Microsoft.CodeAnalysis.Compilation Output { get; }

    /// <summary>Hint names and texts, in the order of their names.</summary>
    public IReadOnlyDictionary<string, string> Sources
        => Driver.GetRunResult().Results.SelectMany(static result => result.GeneratedSources)
            .OrderBy(static source => source.HintName, StringComparer.Ordinal)
            .ToDictionary(static source => source.HintName, static source => source.SourceText.ToString());

    /// <summary>The output, for another compilation to reference: compiled as a build does it, or with its source as an editor has the project beside it.</summary>
    public MetadataReference Reference(bool asProject = false)
    {
        if (asProject)
            return Output.ToMetadataReference();
        using var image = new MemoryStream();
        Assert.True(Output.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>Runs over <paramref name="sources"/>, which must compile with what is generated.</summary>
    public static GeneratorRun Over(params string[] sources)
    {
        var run = Of(CompilationOf(sources));
        AssertCompiles(run.Output);
        AssertCached(run.Driver.RunGenerators(CompilationOf(sources)));
        return run;
    }

    /// <summary>Runs over <paramref name="compilation"/> without a claim about it.</summary>
    public static GeneratorRun Of(CSharpCompilation compilation)
    {
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        var driver = CSharpGeneratorDriver.Create([new GanObjectiveGenerator().AsSourceGenerator(), new GanExperimentGenerator().AsSourceGenerator()], parseOptions: s_parse, driverOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.All(driver.GetRunResult().Results, static result => Assert.Null(result.Exception));
        return new(driver, output);
    }

    public static CSharpCompilation CompilationOf(params string[] sources)
        => CSharpCompilation.Create(
            "User",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, s_parse, $"Source{index}.cs")),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999)
                .WithSpecificDiagnosticOptions(s_asInTheSdk));

    /// <summary>Fails on any error or warning, with its text, in the user's or the generated source; missing comments on the test's own types aside.</summary>
    public static void AssertCompiles(Microsoft.CodeAnalysis.Compilation compilation)
    {
        var problems = compilation.GetDiagnostics()
            .Where(static d => d.Severity >= DiagnosticSeverity.Warning)
            .Where(static d => !(d.Id == "CS1591" && !d.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)))
            .Select(static d => d.ToString())
            .ToArray();
        if (problems.Length > 0)
            Assert.Fail(string.Join("\n", problems));
    }

    /// <summary>The steps of both generators, by name.</summary>
    public static IReadOnlyDictionary<string, System.Collections.Immutable.ImmutableArray<IncrementalGeneratorRunStep>> StepsOf(GeneratorDriver driver)
    {
        var names = TrackingNames.All.Concat(ExperimentTrackingNames.All).ToHashSet();
        return driver.GetRunResult().Results.SelectMany(static result => result.TrackedSteps).Where(step => names.Contains(step.Key)).ToDictionary();
    }

    private static void AssertCached(GeneratorDriver second)
    {
        var steps = StepsOf(second);
        var reruns = TrackingNames.All.Concat(ExperimentTrackingNames.All)
            .Where(steps.ContainsKey)
            .SelectMany(name => steps[name].SelectMany(static step => step.Outputs).Select(output => (name, output.Reason)))
            .Where(static step => step.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        Assert.Empty(reruns);
    }
}
