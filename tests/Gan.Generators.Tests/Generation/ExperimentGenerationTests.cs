using System.Reflection;
using Gan.Experiments;
using Gan.Generators.Tests.Rules;
using Gan.Runtime;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Tests.Generation;

/// <summary>What is written for experiments, and what it does.</summary>
public sealed class ExperimentGenerationTests
{
    private const string RegistryFile = "Gan.Experiments.GanExperiments-List.g.cs";

    private const string Swept = ExperimentTest.Usings + """
        namespace A;
        [Gan.Dsl.GanExperiment(Steps = 200, BatchSize = 16, Seed = 7, GeneratorRate = 1e-4, Beta1 = 0.5, LatentSize = 3, MetricSamples = 0, Default = true)]
        [Gan.Dsl.Sweep(nameof(LeastSquares.S), 0.1, 1, 10)]
        [Gan.Dsl.Sweep(nameof(LeastSquares.A), -1, 0)]
        [Gan.Dsl.Augment(Gan.Dsl.AugmentationPolicy.Pseudo, Probability = 0.25, Every = 2)]
        public sealed partial class SweptOnRing : Experiment<LeastSquares, G, D, Points>;
        """;

    private const string Plain = ExperimentTest.Usings + """
        namespace B;
        internal static partial class Outer { [Gan.Dsl.GanExperiment] internal sealed partial class Plain : Experiment<Hinge, Shaped, D, Points>; }
        [Gan.Dsl.LatentShape(4, 8)] public class Shaped : G;
        """;

    private static readonly Lazy<GeneratorRun> s_run = new(static () => Over(Swept, Plain));
    private static readonly Lazy<Assembly> s_program = new(static () => Load(s_run.Value.Output));

    [Fact]
    public void AnExperimentWithSweeps() => Golden.Golden.Verify(s_run.Value.Sources["A.SweptOnRing.g.cs"], "A.SweptOnRing");

    [Fact]
    public void TheListOfAProgram() => Golden.Golden.Verify(s_run.Value.Sources[RegistryFile], "GanExperiments");

    [Fact]
    public void SettingsAreThoseOfTheAttribute()
    {
        var settings = Create("A.SweptOnRing").Settings;
        Assert.Equal([3L], settings.LatentShape);
        Assert.Equal(new() { Steps = 200, BatchSize = 16, Seed = 7, GeneratorRate = 1e-4, Beta1 = 0.5, MetricSamples = 0, LatentShape = settings.LatentShape, Augmentation = settings.Augmentation }, settings);
        Assert.Equal("Pseudo, p from 0.25 to a target of 0.6, 500000 samples, every 2 steps", settings.Augmentation!.ToString());
    }

    [Fact]
    public void WithoutArgumentsTheyAreTheDefaultsOfTheRecordAndTheLatentsThoseOfTheGenerator()
    {
        var plain = Create("B.Outer+Plain");
        Assert.Equal([4L, 8L], plain.Settings.LatentShape);
        Assert.Equal(new() { LatentShape = plain.Settings.LatentShape }, plain.Settings);
        Assert.Empty(plain.Sweeps);
        Assert.False(plain.IsDefault);
    }

    [Fact]
    public void SweepsAreThoseOfTheAttributes()
    {
        var experiment = Create("A.SweptOnRing");
        Assert.True(experiment.IsDefault);
        Assert.Equal(["S", "A"], experiment.Sweeps.Select(static sweep => sweep.Hyperparameter));
        Assert.Equal([[0.1, 1, 10], [-1, 0]], experiment.Sweeps.Select(static sweep => sweep.Values));
    }

    [Fact]
    public void AnObjectiveHasTheValuesGivenAndElseItsDefaults()
    {
        var experiment = Create("A.SweptOnRing");
        Assert.Equal(new LeastSquares { S = 0.1, A = -1 }, experiment.CreateObjective(new Dictionary<string, double> { ["S"] = 0.1, ["A"] = -1 }));
        Assert.Equal(new LeastSquares { S = 10 }, experiment.CreateObjective(new Dictionary<string, double> { ["S"] = 10 }));
        Assert.Equal(new LeastSquares(), experiment.CreateObjective(new Dictionary<string, double>()));
        Assert.IsType<Hinge>(Create("B.Outer+Plain").CreateObjective(new Dictionary<string, double>()));
    }

    [Theory]
    [InlineData("A.SweptOnRing", "There is a value of 'B', but experiment SweptOnRing declares sweeps over S and A. (Parameter 'values')")]
    [InlineData("B.Outer+Plain", "There is a value of 'B', but experiment Plain declares no sweep. (Parameter 'values')")]
    public void AValueOfWhatIsNotSweptIsRefused(string type, string message)
        => Assert.Equal(message, Assert.Throws<ArgumentException>(() => Create(type).CreateObjective(new Dictionary<string, double> { ["B"] = 1 })).Message);

    [Theory]
    [InlineData("public override ExperimentSettings Settings => new();", "Settings")]
    [InlineData("public override System.Collections.Generic.IReadOnlyList<Sweep> Sweeps => [];", "Sweeps")]
    [InlineData("public override bool IsDefault => true;", "IsDefault")]
    [InlineData("public override IGanObjective CreateObjective(System.Collections.Generic.IReadOnlyDictionary<string, double> values) => new Hinge();", "CreateObjective")]
    public void WhatTheUserWritesIsLeftToThem(string member, string name)
    {
        var source = Over(ExperimentTest.Usings + $"[Gan.Dsl.GanExperiment] public sealed partial class Mine : {ExperimentTest.Base} {{ {member} }}").Sources["Mine.g.cs"];
        Assert.DoesNotContain($" {name} ", source, StringComparison.Ordinal);
        Assert.DoesNotContain($" {name}(", source, StringComparison.Ordinal);
    }

    [Fact]
    public void AMistakenExperimentStaysInTheListAndThrows()
    {
        var run = Over(ExperimentTest.Usings + $"[Gan.Dsl.GanExperiment(Steps = 0)] public sealed partial class Mine : {ExperimentTest.Base};");
        Assert.Contains("new global::Mine()", run.Sources[RegistryFile], StringComparison.Ordinal);
        var experiment = (Experiment)Activator.CreateInstance(Load(run.Output).GetType("Mine", throwOnError: true)!)!;
        Assert.Equal("The declaration of this experiment has an error.", Assert.Throws<InvalidOperationException>(() => experiment.Settings).Message);
    }

    [Fact]
    public void WhatCannotBeConstructedIsNotListed()
    {
        var list = Over(ExperimentTest.Usings + $"[Gan.Dsl.GanExperiment] public abstract partial class Mine : {ExperimentTest.Base};").Sources[RegistryFile];
        Assert.DoesNotContain("new global::", list, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAnExperimentThereIsNoList() => Assert.Empty(Over().Sources);

    [Fact]
    public void AnUnrelatedEditRunsNothingAgain()
        => Assert.All(
            ExperimentTrackingNames.All.SelectMany(step => ReasonsAfter(Plain + " class Other;", Plain + " class Other { int x; }", step)),
            static reason => Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));

    [Fact]
    public void AnEditOfASettingLeavesTheListAsItIs()
    {
        var edited = Plain.Replace("GanExperiment]", "GanExperiment(Steps = 5)]", StringComparison.Ordinal);
        Assert.Contains(IncrementalStepRunReason.Modified, ReasonsAfter(Plain, edited, ExperimentTrackingNames.Experiment));
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, ReasonsAfter(Plain, edited, ExperimentTrackingNames.Registry));
    }

    private static GeneratorRun Over(params string[] sources) => GeneratorRun.Over([.. sources, Parts]);

    private static string Parts => "using Gan.Dsl;\n" + ExperimentTest.Parts;

    private static Experiment Create(string type) => (Experiment)Activator.CreateInstance(s_program.Value.GetType(type, throwOnError: true)!)!;

    private static Assembly Load(Microsoft.CodeAnalysis.Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return Assembly.Load(image.ToArray());
    }

    private static IncrementalStepRunReason[] ReasonsAfter(string before, string after, string step)
    {
        var second = GeneratorRun.Of(GeneratorRun.CompilationOf(Swept, before, Parts)).Driver.RunGenerators(GeneratorRun.CompilationOf(Swept, after, Parts));
        return [.. GeneratorRun.StepsOf(second)[step].SelectMany(static s => s.Outputs).Select(static output => output.Reason)];
    }
}
