using Gan.Generators.Analyzers;
using Gan.Generators.Tests.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Tests.Generation;

/// <summary>An objective, networks and data of a project beside, which a build has compiled and an editor as source: in both a program is the same.</summary>
public sealed class ReferencedProjectTests
{
    private const string Library = "global using Gan.Dsl;\n" + ExperimentTest.Parts + """

        [GanObjective(FD = "t", FG = "s * t")] [GradientPenalty(WeightFrom = nameof(S))]
        public sealed partial class Mine { [Hyperparameter(Min = 0)] public double S { get; init; } = 2; [Hyperparameter(Default = 3)] public partial double Other { get; init; } }

        [GanObjective(FD = "t", FG = "t")] public sealed partial class Unlimited;
        """;

    private const string Program = "global using Gan.Dsl;\n" + ExperimentTest.Usings + """

        [GanExperiment] [Sweep(nameof(Mine.S), 1, 2)] public sealed partial class First : Experiment<Mine, G, D, Points>;
        [GanExperiment] public sealed partial class Second : Experiment<Unlimited, G, D, Points>;
        """;

    private static readonly GeneratorRun s_library = GeneratorRun.Over(Library);

    [Fact]
    public void TheSameIsWritten()
    {
        var compiled = Over(asProject: false).Sources;
        Assert.Equal(3, compiled.Count);
        Assert.Equal(compiled, Over(asProject: true).Sources);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NoAnalyzerFails(bool asProject)
    {
        var found = await Over(asProject).Output.WithAnalyzers([new ObjectiveAnalyzer(), new BatchNormAnalyzer(), new ExperimentAnalyzer()]).GetAllDiagnosticsAsync(CancellationToken.None);
        Assert.Empty(found.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id.StartsWith("AD", StringComparison.Ordinal)));
    }

    private static GeneratorRun Over(bool asProject) => GeneratorRun.Of(GeneratorRun.CompilationOf(Program).AddReferences(s_library.Reference(asProject)));
}
