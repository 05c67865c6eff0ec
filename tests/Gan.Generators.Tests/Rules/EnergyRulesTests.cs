using Gan.Generators.Analyzers;

namespace Gan.Generators.Tests.Rules;

/// <summary>What a declaration says of D's output is believed, and asked for where the losses are right only with it.</summary>
public sealed class EnergyRulesTests
{
    private const string Hinge = "FD = \"max(0, 1 - t)\", FG = \"-t\"";

    [Theory]
    [InlineData("")]
    [InlineData(", Coupling = Coupling.Relativistic")]
    [InlineData(", Coupling = Coupling.RelativisticAverage")]
    public void A_pair_that_is_low_on_real_samples(string coupling) => Verify($"[GanObjective({Hinge}{coupling}, Sign = LogitSign.Energy)] [R1]");

    [Theory]
    [InlineData("")]
    [InlineData(", Coupling = Coupling.Relativistic")]
    [InlineData(", Coupling = Coupling.RelativisticAverage")]
    public void A_pair_that_does_not_say_so(string coupling)
        => Assert.EndsWith(
            "; write FD = \"relu(t + 1)\"; or declare Sign = LogitSign.Energy if D's output is an energy, low on real samples",
            Assert.Single(Verify($"[GanObjective(FD = \"{{|GAN070:max(0, 1 - t)|}}\", FG = \"-t\"{coupling})] [R1]")),
            StringComparison.Ordinal);

    /// <summary>Of an energy the signs of a logit are the mistake.</summary>
    [Theory]
    [InlineData("FD = \"{|GAN070:softplus(t)|}\", FG = \"softplus(t)\"")]
    [InlineData("FD = \"softplus(-t)\", FG = \"{|GAN072:softplus(t)|}\"")]
    [InlineData("Real = \"{|GAN070:softplus(-t)|}\", Fake = \"softplus(t)\", Generator = \"softplus(-t)\"")]
    [InlineData("FD = \"{|GAN070:softplus(t)|}\", FG = \"softplus(t)\", Coupling = Coupling.Relativistic")]
    public void An_energy_with_the_signs_of_a_logit(string formulas) => Verify($"[GanObjective({formulas}, Sign = LogitSign.Energy)] [R1]");

    /// <summary>G's minimax loss of an energy: its slope σ(-t) vanishes where D is sure of a fake, at ∞.</summary>
    [Fact]
    public void An_energy_saturates_at_its_high_end() => Verify("[GanObjective(FD = \"softplus(-t)\", FG = \"{|GAN074:-softplus(t)|}\", Sign = LogitSign.Energy)] [R1]");

    [Theory]
    [InlineData("Real = \"t\", Fake = \"max(0, 3 - t)\", Generator = \"t\"")]
    [InlineData("Real = \"t\", Fake = \"-0.5 * t\", Generator = \"t\"")]
    [InlineData("Real = \"t\", Fake = \"0 * t\", Generator = \"t\"")]
    public void An_energy_that_has_a_minimum_only_from_0_on(string formulas)
    {
        var message = Assert.Single(Verify($"[{{|GAN082:GanObjective({formulas})|}}]"));
        Assert.StartsWith("D's loss has no minimum if this energy can be negative: if it cannot, as a reconstruction error cannot, declare Logits = LogitRange.NonNegative (for negative energies, ", message, StringComparison.Ordinal);
    }

    /// <summary>What is wrong of an energy as well keeps its own message.</summary>
    [Theory]
    [InlineData("[GanObjective(Real = \"{|GAN071:t|}\", Fake = \"t\", Generator = \"-t\")]")]
    [InlineData("[{|GAN073:GanObjective(Real = \"t\", Fake = \"-t\", Generator = \"t\")|}]")]
    [InlineData("[{|GAN073:GanObjective(Real = \"t\", Fake = \"-0.5 * t\", Generator = \"t\", Logits = LogitRange.NonNegative)|}]")]
    public void No_range_mends_it(string attributes) => Verify(attributes);

    /// <summary>-√t, as of no real logit, has a value from 0 on; and t³ is convex there.</summary>
    [Theory]
    [InlineData("Real = \"t\", Fake = \"-sqrt(t)\", Generator = \"t\"")]
    [InlineData("Real = \"pow(t, 3)\", Fake = \"-t\", Generator = \"t\"")]
    [InlineData("Real = \"-t\", Fake = \"square(t) / 2\", Generator = \"-t\"")]
    public void Losses_that_are_right_from_0_on(string formulas) => Verify($"[GanObjective({formulas}, Logits = LogitRange.NonNegative)]");

    [Theory]
    [InlineData("Logits = {|GAN037:(LogitRange)3|}", "Logits of GanObjective is 3, which is not a member of its enum: use one of the members")]
    [InlineData("Sign = {|GAN037:(LogitSign)5|}", "Sign of GanObjective is 5, which is not a member of its enum: use one of the members")]
    public void No_such_choice(string argument, string message)
        => Assert.Equal([message], AnalyzerTest.Verify($"[GanObjective(FD = \"softplus\", FG = \"softplus\", {argument})] public sealed partial class Mine;"));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    public void What_limits_a_critic_has_a_name(string text)
        => AnalyzerTest.Verify($"[GanObjective(FD = \"t\", FG = \"t\")] [CriticLimitedBy({{|GAN083:{text}|}})] public sealed partial class Mine;");

    private static IReadOnlyList<string> Verify(string attributes) => AnalyzerTest.Verify(new TheoryAnalyzer(), $"{attributes} public sealed partial class Mine;");
}
