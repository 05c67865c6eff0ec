using static Gan.Generators.Tests.Rules.ExperimentTest;

namespace Gan.Generators.Tests.Rules;

/// <summary>An experiment's type, numbers and sweeps.</summary>
public sealed class ExperimentRulesTests
{
    [Theory]
    [InlineData("[GanExperiment]")]
    [InlineData("[GanExperiment(Steps = 1, BatchSize = 1, Seed = 0, DiscriminatorSteps = 1, GeneratorRate = 1e-9, DiscriminatorRate = 1, Beta1 = 0, Beta2 = 0.999, Average = 0, LatentSize = 1, CheckpointEvery = 1, SampleEvery = 1, MetricSamples = 0, Default = true)]")]
    [InlineData("[GanExperiment] [Sweep(nameof(LeastSquares.S), 0.1, 1, 10)] [Sweep(\"A\", new double[] { -1, 0 })]")]
    [InlineData("[GanExperiment] [Sweep(\"S\", 1, 2, 3, 4)] [Sweep(\"A\", 1, 2, 3, 4)] [Sweep(\"C\", 1, 2, 3, 4)]")]
    public void It_is_right(string attributes) => Assert.Empty(Verify(Of(attributes)));

    [Theory]
    [InlineData("Steps = {|GAN093:0|}", "Steps is 0: give 1 or more")]
    [InlineData("BatchSize = {|GAN093:-1|}", "BatchSize is -1: give 1 or more")]
    [InlineData("Seed = {|GAN093:-1|}", "Seed is -1: give 0 or more")]
    [InlineData("DiscriminatorSteps = {|GAN093:0|}", "DiscriminatorSteps is 0: give 1 or more")]
    [InlineData("GeneratorRate = {|GAN093:0|}", "GeneratorRate is 0: give a finite number above 0")]
    [InlineData("DiscriminatorRate = {|GAN093:double.PositiveInfinity|}", "DiscriminatorRate is Infinity: give a finite number above 0")]
    [InlineData("Beta1 = {|GAN093:-0.5|}", "Beta1 is -0.5: give a number of at least 0 and below 1")]
    [InlineData("Beta2 = {|GAN093:1|}", "Beta2 is 1: give a number of at least 0 and below 1")]
    [InlineData("Average = {|GAN093:double.NaN|}", "Average is NaN: give a number of at least 0 and below 1")]
    [InlineData("LatentSize = {|GAN093:0|}", "LatentSize is 0: give 1 or more")]
    [InlineData("CheckpointEvery = {|GAN093:0|}", "CheckpointEvery is 0: give 1 or more")]
    [InlineData("SampleEvery = {|GAN093:0|}", "SampleEvery is 0: give 1 or more")]
    [InlineData("MetricSamples = {|GAN093:-1|}", "MetricSamples is -1: give 0, for no metrics, or 6 or more")]
    [InlineData("MetricSamples = {|GAN093:5|}", "MetricSamples is 5: give 0, for no metrics, or 6 or more")]
    public void Setting(string argument, string message) => Assert.Equal([message], Verify(Of($"[GanExperiment({argument})]")));

    [Theory]
    [InlineData("AugmentationPolicy.DiffAugment")]
    [InlineData("AugmentationPolicy.Ada, Probability = 0.8, Every = 0")]
    [InlineData("AugmentationPolicy.Ada, Probability = 1, Every = 1, Target = -1, Samples = 1e-3")]
    [InlineData("AugmentationPolicy.Pseudo, Probability = 1, Every = 0")]
    public void An_augmentation_is_right(string arguments) => Assert.Empty(Verify(Of($"[GanExperiment] [Augment({arguments})]")));

    [Theory]
    [InlineData("{|GAN093:(AugmentationPolicy)7|}", "Policy is 7: give DiffAugment, Ada, Pseudo")]
    [InlineData("AugmentationPolicy.Ada, Probability = {|GAN093:1.5|}", "Probability is 1.5: give a number from 0 to 1")]
    [InlineData("AugmentationPolicy.Ada, Every = {|GAN093:-1|}", "Every is -1: give 1 or more, or 0 for a constant probability")]
    [InlineData("AugmentationPolicy.Ada, Target = {|GAN093:double.NaN|}", "Target is NaN: give a number from -1 to 1")]
    [InlineData("AugmentationPolicy.Ada, Samples = {|GAN093:0|}", "Samples is 0: give a finite number above 0")]
    [InlineData("AugmentationPolicy.Ada, Probability = {|GAN106:0.9|}, Every = 0", "With a constant Probability of 0.9, few images are upright and in their own colours, so G learns changed ones: give at most 0.8, or leave out Every = 0")]
    public void Augmentation(string arguments, string message) => Assert.Equal([message], Verify(Of($"[GanExperiment] [Augment({arguments})]")));

    [Theory]
    [InlineData("Ring", "DiffAugment", "The augmentation DiffAugment needs images [C, H, W], but 'Ring' has samples of shape [2]: use another policy, or other data")]
    [InlineData("Ring", "Ada", "The augmentation Ada needs square images of 1 channel or 3, but 'Ring' has samples of shape [2]: use another policy, or other data")]
    [InlineData("Ring", "Pseudo", null)]
    [InlineData("Images", "Ada", null)]
    [InlineData("Wide", "Ada", "The augmentation Ada needs square images of 1 channel or 3, but 'Wide' has samples of shape [3, 8, 9]: use another policy, or other data")]
    [InlineData("Wide", "DiffAugment", null)]
    [InlineData("Deep", "Ada", "The augmentation Ada needs square images of 1 channel or 3, but 'Deep' has samples of shape [2, 8, 8]: use another policy, or other data")]
    public void An_augmentation_fits_the_samples(string data, string policy, string? message)
    {
        var attribute = $"Augment(AugmentationPolicy.{policy})";
        Assert.Equal(
            message is null ? [] : [message],
            Verify($$"""
                [SampleShape(3, 8, 9)] public class Wide : Points;
                [SampleShape(2, 8, 8)] public class Deep : Points;
                [GanExperiment] [{{(message is null ? attribute : $"{{|GAN107:{attribute}|}}")}}] public sealed partial class Mine : Experiment<LeastSquares, G, D, {{data}}>;
                """));
    }

    [Fact]
    public void Each_setting_has_its_own_message() => Assert.Equal(2, Verify(Of("[GanExperiment(Steps = {|GAN093:0|}, Beta1 = {|GAN093:2|})]")).Count);

    [Theory]
    [InlineData("{|GAN094:\"T\"|}, 1", "A sweep goes over 'T', which is not a hyperparameter of 'LeastSquares': it has 'A', 'B', 'C', 'S'")]
    [InlineData("{|GAN094:nameof(LeastSquares.LossWeight)|}, 1", "A sweep goes over 'LossWeight', which is not a hyperparameter of 'LeastSquares': it has 'A', 'B', 'C', 'S'")]
    [InlineData("\"S\", 1, {|GAN095:0|}, 2", "0 is outside the range (0, ∞) of hyperparameter 'S': give a value inside it")]
    [InlineData("\"A\", {|GAN095:double.NaN|}", "NaN is outside the range (-∞, ∞) of hyperparameter 'A': give a value inside it")]
    [InlineData("\"S\", new[] { 1, {|GAN095:-2.5|} }", "-2.5 is outside the range (0, ∞) of hyperparameter 'S': give a value inside it")]
    [InlineData("\"S\", 1, 2, {|GAN097:1.0|}", "The sweep over 'S' has 1 already, and the same values give the same run: remove it")]
    public void Sweep(string arguments, string message) => Assert.Equal([message], Verify(Of($"[GanExperiment] [Sweep({arguments})]")));

    [Theory]
    [InlineData("\"S\"")]
    [InlineData("\"S\", new double[0]")]
    [InlineData("\"S\", null!")]
    public void A_sweep_without_values(string arguments)
        => Assert.Equal(
            ["The sweep over 'S' has no values, so there would be no run at all: give one or more, or remove it"],
            Verify(Of($"[GanExperiment] [{{|GAN096:Sweep({arguments})|}}]")));

    [Fact]
    public void One_hyperparameter_twice()
        => Assert.Equal(
            ["There is a sweep over 'S' already: put all values into one"],
            Verify(Of("[GanExperiment] [Sweep(\"S\", 1)] [Sweep(\"A\", 1)] [Sweep({|GAN098:nameof(LeastSquares.S)|}, 2)]")));

    [Fact]
    public void More_than_64_runs()
        => Assert.Equal(
            ["The sweeps of experiment 'Mine' make 65 runs, one for every combination, which is more than 64: sweep fewer values, or in several experiments"],
            Verify(Of("[GanExperiment] [Sweep(\"S\", 1, 2, 3, 4, 5)] [Sweep(\"A\", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)]").Replace("Mine", "{|GAN099:Mine|}", StringComparison.Ordinal)));

    [Fact]
    public void A_setter_that_the_experiment_may_not_call()
        => Assert.Equal(
            ["A sweep goes over 'Margin', which this experiment may not set: make its setter in 'Own' internal or public"],
            Verify("""
                [GanObjective(FD = "max(0, margin + t)", FG = "t")] public sealed partial class Own { [Hyperparameter] public double Margin { get; private init; } = 1; }
                [GanExperiment] [Sweep({|GAN094:"Margin"|}, 1)] public sealed partial class Mine : Experiment<Own, G, D, Points>;
                """));

    [Fact]
    public void A_hyperparameter_with_a_schedule()
        => Assert.Equal(
            ["A sweep goes over 'Margin', which its schedule computes: sweep a hyperparameter that the formula of the schedule names"],
            Verify("""
                [GanObjective(FD = "max(0, margin + t)", FG = "t")] public sealed partial class Own { [Schedule("1 + step / 1000")] public partial double Margin { get; } }
                [GanExperiment] [Sweep({|GAN094:"Margin"|}, 1)] public sealed partial class Mine : Experiment<Own, G, D, Points>;
                """));

    [Theory]
    [InlineData("[Hyperparameter] public double Margin { get; init; } = 1;", "Margn", "did you mean 'Margin'?")]
    [InlineData("public double Margin { get; init; } = 1;", "Margin", "it has none")]
    public void What_is_no_hyperparameter(string property, string name, string advice)
        => Assert.Equal(
            [$"A sweep goes over '{name}', which is not a hyperparameter of 'Own': {advice}"],
            Verify($$"""
                [GanObjective(FD = "t", FG = "t")] public sealed partial class Own { {{property}} }
                [GanExperiment] [Sweep({|GAN094:"{{name}}"|}, 1)] public sealed partial class Mine : Experiment<Own, G, D, Points>;
                """.Replace("FD = \"t\"", property.StartsWith('[') ? "FD = \"max(0, margin + t)\"" : "FD = \"t\"", StringComparison.Ordinal)));

    [Fact]
    public void A_hyperparameter_that_is_declared_wrongly_has_one_message()
        => Verify("""
            [GanObjective(FD = "max(0, margin + t)", FG = "t")] public sealed partial class Own { [Hyperparameter] public static double {|GAN051:Margin|} { get; set; } = 1; }
            [GanExperiment] [Sweep("Margin", 1)] public sealed partial class Mine : Experiment<Own, G, D, Points>;
            """);

    [Fact]
    public void A_sweep_without_an_experiment()
        => Assert.Equal(["[Sweep] has no effect on 'Mine', which is not an experiment: add [GanExperiment]"], Verify("[{|GAN105:Sweep(\"S\", 1)|}] public class Mine;"));

    [Fact]
    public void An_augmentation_of_nothing()
        => Assert.Equal(["[Augment] has no effect on 'Mine', which is not an experiment: add [GanExperiment]"], Verify("[{|GAN105:Augment(AugmentationPolicy.Ada)|}] public class Mine;"));

    [Theory]
    [InlineData("public sealed class {|GAN090:Mine|} : " + Base + " { public override ExperimentSettings Settings => new(); }", "make 'Mine' partial")]
    [InlineData("public partial class {|GAN092:Mine|};", "'Mine' does not say what it trains")]
    [InlineData("public abstract partial class {|GAN091:Mine|} : " + Base + ";", "which is abstract: remove 'abstract'")]
    [InlineData("file sealed partial class {|GAN091:Mine|} : " + Base + " { public override ExperimentSettings Settings => new(); }", "which is local to its file: remove 'file'")]
    [InlineData("public partial class {|GAN091:Mine|}<T> : " + Base + ";", "has type parameters")]
    [InlineData("public partial class {|GAN091:Mine|}(int x) : " + Base + " { public int X => x; }", "has no constructor without arguments")]
    [InlineData("public partial class {|GAN091:Mine|} : " + Base + " { private Mine() { } }", "has no constructor without arguments")]
    [InlineData("public partial class {|GAN091:Mine|} : " + Base + " { public required int X { get; init; } }", "has required members")]
    public void Type(string declaration, string message) => Assert.Contains(message, Assert.Single(Verify($"[GanExperiment] {declaration}")), StringComparison.Ordinal);

    // A static class derives from nothing, so that it has both messages.
    [Fact]
    public void A_static_type()
        => Assert.Equal(
            ["The program cannot construct experiment 'Mine', which is static: remove 'static'", "'Mine' does not say what it trains: derive it from Gan.Experiments.Experiment<TObjective, TGenerator, TDiscriminator, TData>"],
            Verify("[GanExperiment] public static partial class {|GAN091:{|GAN092:Mine|}|};"));

    [Theory]
    [InlineData("internal static partial class Outer { [GanExperiment] internal sealed partial class Mine : " + Base + "; }", "")]
    [InlineData("internal static partial class Outer { [GanExperiment] private sealed partial class {|GAN091:Mine|} : " + Base + "; }", "cannot be named outside of the type around it: make it internal or public")]
    [InlineData("file static partial class Outer { [GanExperiment] internal sealed partial class {|GAN091:Mine|} : " + Base + " { public override ExperimentSettings Settings => new(); } }", "is local to its file: remove 'file'")]
    [InlineData("class Outer { [GanExperiment] public sealed partial class {|GAN090:Mine|} : " + Base + " { public override ExperimentSettings Settings => new(); } }", "make 'Outer' partial")]
    public void A_nested_experiment_must_be_within_reach(string source, string message) => Assert.EndsWith(message, string.Concat(Verify(source)), StringComparison.Ordinal);

    [Fact]
    public void An_experiment_that_makes_its_parts_by_itself_is_right()
        => Assert.Empty(Verify("""
            [GanExperiment]
            [Sweep("Whatever", 1, 2)]
            public sealed partial class Mine : Experiment
            {
                public override IGanObjective CreateObjective(System.Collections.Generic.IReadOnlyDictionary<string, double> values) => new Hinge();
                public override nn.Module<Tensor, Tensor> CreateGenerator() => new Net(3, 2);
                public override nn.Module<Tensor, Tensor> CreateDiscriminator() => new D();
                public override GanData CreateData() => new Points();
            }
            """));
}
