namespace Gan.Generators.Tests.Rules;

public sealed class OverflowRulesTests
{
    [Theory]
    [InlineData("{|GAN021:log(1 + exp(t))|}")]
    [InlineData("{|GAN021:-log(1 / (1 + exp(t)))|}")]
    [InlineData("{|GAN021:-log(sigmoid(-t))|}")]
    [InlineData("{|GAN021:-log(1 - sigmoid(t))|}")]
    [InlineData("pow(1 + t, 2)")]
    [InlineData("exp(min(t, 50))")]
    public void What_is_rewritten_or_stays_finite_is_right(string formula) => Verify($"[GanObjective(FD = \"{formula}\", FG = \"t\")]");

    /// <summary>The largest float32 is 3.4028e38 = e^88.7228: the first quarter beyond is 88.75.</summary>
    [Fact]
    public void An_overflow_is_shown_with_its_part_and_logit()
        => Assert.Equal(
            ["'exp(t)' is infinite in float32 at t = 88.75, and GanDsl knows no stable form of it: bound it, or keep the logits smaller"],
            Verify("[GanObjective(FD = \"{|GAN020:softplus(t) + exp(t)|}\", FG = \"t\")]"));

    [Fact]
    public void The_generators_formula_is_looked_at_in_its_logit()
        => Assert.Contains("t = -88.75", Assert.Single(Verify("[GanObjective(FD = \"t\", FG = \"{|GAN020:exp(t)|}\")]")), StringComparison.Ordinal);

    [Fact]
    public void An_undefined_loss_is_shown()
        => Assert.Contains("NaN", Assert.Single(Verify("[GanObjective(Real = \"{|GAN020:sin(t) / t|}\", Fake = \"t\", Generator = \"-t\")]")), StringComparison.Ordinal);

    [Fact]
    public void A_divergence_is_looked_at_in_the_logit()
        => Assert.Contains("exp(t)", Assert.Single(Verify("[FDivergence(\"{|GAN020:u * log(u)|}\")]")), StringComparison.Ordinal);

    private static IReadOnlyList<string> Verify(string attribute)
        => AnalyzerTest.Verify($"{attribute} public sealed partial class Mine;");
}
