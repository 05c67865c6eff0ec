using Gan.Generators.Analyzers;

namespace Gan.Generators.Tests.Rules;

public sealed class LabelSmoothingRulesTests
{
    private const string Logistic = "[GanObjective(FD = \"softplus\", FG = \"softplus\")] [R1] ";

    [Theory]
    [InlineData("[LabelSmoothing]")]
    [InlineData("[LabelSmoothing(0.75)]")]
    [InlineData("[LabelSmoothing(1)]")]
    public void Of_the_logistic_loss_it_is_right(string smoothing) => AnalyzerTest.Verify(new TheoryAnalyzer(), $"{Logistic}{smoothing} public sealed partial class Mine;");

    [Theory]
    [InlineData("0.1")]
    [InlineData("0.5")]
    [InlineData("1.1")]
    [InlineData("double.NaN")]
    public void A_target_that_does_not_say_real(string target)
        => Assert.EndsWith(
            "above 0.5 and at most 1",
            Assert.Single(AnalyzerTest.Verify($"{Logistic}[LabelSmoothing({{|GAN024:{target}|}})] public sealed partial class Mine;")),
            StringComparison.Ordinal);

    [Fact]
    public void A_target_of_each_instance()
        => AnalyzerTest.Verify(new TheoryAnalyzer(), $$"""
            {{Logistic}}[LabelSmoothing(nameof(Tau))] public sealed partial class Mine { [Hyperparameter(Default = 0.9, Min = 0.5, Max = 1)] public partial double Tau { get; init; } }
            """);

    [Theory]
    [InlineData("{|GAN025:\"Tou\"|}", "Min = 0.5, Max = 1", "{|GAN058:Tau|}", "which is not a hyperparameter of this objective: did you mean 'Tau'?")]
    [InlineData("{|GAN025:\"Zeta\"|}", "Min = 0.5, Max = 1", "{|GAN058:Tau|}", "which is not a hyperparameter of this objective: declare a [Hyperparameter] property of that name")]
    [InlineData("{|GAN025:nameof(Tau)|}", "Min = 0", "Tau", "whose range [0, ∞) is not within 0.5 to 1: give it Min = 0.5 and Max = 1")]
    public void A_target_from_nowhere_or_without_a_range(string target, string range, string property, string reason)
        => Assert.EndsWith(
            reason,
            AnalyzerTest.Verify($$"""{{Logistic}}[LabelSmoothing({{target}})] public sealed partial class Mine { [Hyperparameter(Default = 0.9, {{range}})] public partial double {{property}} { get; init; } }""")[0],
            StringComparison.Ordinal);

    /// <summary>Where D's output tells p/(p + q), in whatever way, smoothing makes it τp/(p + q): of τ(t - 1)² + (1 - τ)t² = (t - τ)² + τ(1 - τ) the label of real samples is τ.</summary>
    [Theory]
    [InlineData("Real = \"pow(t - 1, 2)\", Fake = \"t * t\", Generator = \"pow(t - 1, 2)\"")]
    [InlineData("FD = \"square(1 + t)\", FG = \"square(1 + t)\"")]
    [InlineData("FD = \"t + sqrt(1 + t * t)\", FG = \"t\"")]
    public void Of_another_loss_that_tells_a_probability_it_is_right(string arguments)
        => AnalyzerTest.Verify(new TheoryAnalyzer(), $"[GanObjective({arguments})] [R1] [LabelSmoothing] public sealed partial class Mine;");

    // Minimising E τ·Real + (1 - τ)·Fake says something else where D's output tells no probability.
    [Theory]
    [InlineData("FD = \"t\", FG = \"t\"", "no D is best, whatever p/q is, unless its slope is limited")]
    [InlineData("FD = \"max(0, 1 + t)\", FG = \"t\"", "the optimal D returns either 1 or -1, and not a function of p/q")]
    [InlineData("FD = \"softplus\", FG = \"softplus\", Coupling = Coupling.Relativistic", "it is compared with other logits; only their differences count")]
    public void Without_a_probability_it_has_no_meaning(string arguments, string reason)
    {
        var message = Assert.Single(AnalyzerTest.Verify(new TheoryAnalyzer(), $"[GanObjective({arguments})] [R1] [{{|GAN076:LabelSmoothing|}}] public sealed partial class Mine;"));
        Assert.StartsWith("Label smoothing has no meaning here, because D's output does not estimate how likely a sample is real: remove [LabelSmoothing] (", message, StringComparison.Ordinal);
        Assert.EndsWith(reason + ")", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_no_objective_it_has_no_effect() => AnalyzerTest.Verify("[{|GAN006:LabelSmoothing|}] public sealed class Mine;");
}
