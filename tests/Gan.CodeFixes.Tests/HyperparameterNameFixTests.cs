using Verify = Gan.CodeFixes.Tests.CodeFixTest<Gan.CodeFixes.HyperparameterNameFix>;

namespace Gan.CodeFixes.Tests;

public sealed class HyperparameterNameFixTests
{
    // What an experiment derives from, without the tensors.
    private const string Parts = """
        namespace Gan.Experiments
        {
            public abstract class Experiment;
            public abstract class Experiment<TObjective, TGenerator, TDiscriminator, TData> : Experiment;
        }
        [GanObjective(FD = "max(0, margin + t)", FG = "t + slope")]
        public sealed partial class Own
        {
            public int Margins => 1;
            [Hyperparameter] public double Margin { get; init; } = 1;
            [Hyperparameter] public double Slope { get; init; } = 1;
        }
        public static class Names { public const string Wrong = "Margn"; }

        """;

    [Theory]
    [InlineData("{|GAN094:\"Margn\"|}", "\"Margin\"")]
    [InlineData("{|GAN094:@\"margin\"|}", "\"Margin\"")]
    [InlineData("{|GAN094:nameof(Own.Margins)|}", "nameof(Own.Margin)")]
    [InlineData("{|GAN094:nameof(global::Own.Margins)|}", "nameof(global::Own.Margin)")]
    public Task A_sweep(string name, string mended) => Verify.Verify(Swept(name), Swept(mended));

    [Fact]
    public Task All_at_once() => Verify.Verify(
        Parts + Experiment("[Sweep({|GAN094:\"margin\"|}, 1)] [Sweep({|GAN094:\"Slop\"|}, 2)]"),
        Parts + Experiment("[Sweep(\"Margin\", 1)] [Sweep(\"Slope\", 2)]"));

    [Theory]
    [InlineData("{|GAN094:\"Temperature\"|}")]
    [InlineData("{|GAN094:Names.Wrong|}")]
    [InlineData("{|GAN094:\"Mar\" + \"gn\"|}")]
    public Task Nothing_is_near_or_the_name_stands_elsewhere(string name) => Verify.VerifyNone(Swept(name));

    [Theory]
    [InlineData("R1(WeightFrom = {|GAN043:\"Gama\"|})", "R1(WeightFrom = \"Gamma\")")]
    [InlineData("R1(WeightFrom = {|GAN043:nameof(gamma)|})", "R1(WeightFrom = nameof(Gamma))")]
    public Task A_penaltys_weight(string penalty, string mended) => Verify.Verify(Weighted(penalty), Weighted(mended));

    [Theory]
    [InlineData("{|GAN025:\"Tua\"|}", "\"Tau\"")]
    [InlineData("{|GAN025:nameof(Mine.tau)|}", "nameof(Mine.Tau)")]
    public Task A_smoothings_target(string name, string mended) => Verify.Verify(Smoothed(name), Smoothed(mended), ignored: "GAN058");

    [Theory]
    [InlineData("{|GAN142:\"Tua\"|}", "\"Tau\"")]
    [InlineData("{|GAN142:nameof(Mine.tau)|}", "nameof(Mine.Tau)")]
    public Task The_share_of_the_best_samples(string name, string mended) => Verify.Verify(Smoothed(name, attribute: "TopK"), Smoothed(mended, attribute: "TopK"));

    [Fact]
    public Task A_target_out_of_range_has_no_other_name() => Verify.VerifyNone(Smoothed("{|GAN025:\"Tau\"|}", least: 0));

    private static string Swept(string name) => Parts + Experiment($"[Sweep({name}, 1, 2)]");

    private static string Experiment(string sweeps) => $"[GanExperiment] {sweeps} public sealed partial class Mine : Gan.Experiments.Experiment<Own, object, object, object>;\n";

    private static string Weighted(string penalty) => $$"""
        [GanObjective(FD = "t", FG = "t")] [{{penalty}}]
        public sealed partial class Mine
        {
            private const int gamma = 1;
            [Hyperparameter(Min = 0)] public double Gamma { get; init; } = 1;
        }
        """;

    // The hyperparameter that is not named is one that nothing uses, GAN058.
    private static string Smoothed(string name, double least = 0.5, string attribute = "LabelSmoothing") => $$"""
        [GanObjective(FD = "softplus(t)", FG = "softplus(t)")] [{{attribute}}({{name}})]
        public sealed partial class Mine
        {
            private const int tau = 1;
            [Hyperparameter(Min = {{least}}, Max = 1)] public double Tau { get; init; } = 0.9;
        }
        """;
}
