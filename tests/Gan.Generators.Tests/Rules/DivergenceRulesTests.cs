namespace Gan.Generators.Tests.Rules;

public sealed class DivergenceRulesTests
{
    [Theory]
    [InlineData("square(u - 1) / (u + 1)")]
    [InlineData("u * log(u) - (u + 1) * log((u + 1) / 2)")]
    [InlineData("0.5 * abs(u - 1)")]
    public void A_divergence_is_zero_at_one(string f) => Verify($"[FDivergence(\"{f}\")]");

    [Fact]
    public void An_offset_is_named()
        => Assert.Equal(
            ["f(1) is -1.3862943611198906, not 0, so this divergence is not 0 for equal distributions, though its gradients are right: subtract that number from f"],
            Verify("[FDivergence(\"{|GAN080:u * log(u) - (u + 1) * log(u + 1)|}\")]"));

    /// <summary>A divergence copied with the other sign: the second derivative is -8/(u + 1)³.</summary>
    [Fact]
    public void A_concave_function_is_refused_with_a_witness()
        => Assert.Contains("f is not convex at u = ", Assert.Single(Verify("[FDivergence(\"{|GAN081:-square(u - 1) / (u + 1)|}\")]")), StringComparison.Ordinal);

    [Fact]
    public void The_variable_is_u()
        => Assert.Contains("'t'", Assert.Single(Verify("[FDivergence(\"u * log({|GAN015:t|})\")]")), StringComparison.Ordinal);

    [Fact]
    public void Losses_and_a_divergence_are_two_declarations()
        => Assert.Equal(
            ["Objective 'Mine' mixes two forms of declaration: [FDivergence] says all three losses, and [GanObjective] is there as well; keep one of them"],
            Verify("[{|GAN011:GanObjective(FD = \"t\", FG = \"t\")|}] [FDivergence(\"u * log(u)\")]"));

    [Fact]
    public void An_empty_divergence() => Verify("[FDivergence({|GAN014:\"\"|})]");

    private static IReadOnlyList<string> Verify(string attribute)
        => AnalyzerTest.Verify($"{attribute} public sealed partial class Mine;");
}
