using Gan.Generators.Analyzers;

namespace Gan.Generators.Tests.Rules;

/// <summary>Losses that teach a player nothing.</summary>
public sealed class GradientRulesTests
{
    [Theory]
    [InlineData("FD = \"{|GAN078:square(t)|}\", FG = \"t\"", "f_D(-t) = f_D(t), up to a constant")]
    [InlineData("FD = \"{|GAN078:abs(t)|}\", FG = \"t\"", "f_D(-t) = f_D(t), up to a constant")]
    [InlineData("FD = \"{|GAN078:t > 1 ? t - 1 : t < -1 ? -1 - t : 0|}\", FG = \"t\"", "f_D(-t) = f_D(t), up to a constant")]
    [InlineData("FD = \"{|GAN078:softplus(t) + softplus(-t)|}\", FG = \"t\", Coupling = Coupling.Relativistic", "f_D(-t) = f_D(t), up to a constant")]
    [InlineData("Real = \"{|GAN078:square(t - 1)|}\", Fake = \"3 + 2 * square(t - 1)\", Generator = \"-t\"", "Real is 0.5 times Fake, up to a constant")]
    [InlineData("Real = \"{|GAN078:square(t)|}\", Fake = \"pow(t, 4)\", Generator = \"-t\"", "Real and Fake are both least at t = 0, the logit of every sample then")]
    public void D_cannot_tell(string formulas, string reason)
        => Assert.Equal([$"With this loss D cannot tell real samples from fakes: write losses that are smallest at different logits ({reason})"], Verify($"[GanObjective({formulas})] [R1]"));

    /// <summary>The labels of least squares may be set to one number.</summary>
    [Fact]
    public void At_the_hyperparameters_defaults() => Assert.EndsWith("(with a = 1))", Assert.Single(AnalyzerTest.Verify(
        new TheoryAnalyzer(),
        """[GanObjective(Real = "{|GAN078:square(t - 1)|}", Fake = "square(t - a)", Generator = "square(t - 1)")] [R1] public sealed partial class Mine { [Hyperparameter] public double A { get; init; } = 1; }""")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Real = \"softplus(-t)\", Fake = \"{|GAN079:0|}\", Generator = \"softplus(-t)\"", "Fake has no gradient anywhere: D learns nothing from fake samples")]
    [InlineData("Real = \"{|GAN079:3|}\", Fake = \"softplus(t)\", Generator = \"softplus(-t)\"", "Real has no gradient anywhere: D learns nothing from real samples")]
    [InlineData("Real = \"softplus(-t)\", Fake = \"softplus(t)\", Generator = \"{|GAN079:1|}\"", "Generator has no gradient anywhere: G learns nothing")]
    [InlineData("FD = \"softplus(t)\", FG = \"{|GAN079:sign(t)|}\"", "Generator(t) = f_G(-t) has no gradient anywhere: G learns nothing")]
    [InlineData("FD = \"{|GAN079:1|}\", FG = \"t\"", "Fake(t) = f_D(t) has no gradient anywhere: D learns nothing")]
    [InlineData("FD = \"{|GAN079:clamp(t, -1, 1)|}\", FG = \"t\"", "Fake(t) = f_D(t) has no gradient for t > 1: D takes fakes for real samples there, and learns nothing from them")]
    [InlineData("Real = \"{|GAN079:clamp(-t, -3, 2)|}\", Fake = \"softplus(t)\", Generator = \"softplus(-t)\"", "Real has no gradient for t < -2: D takes real samples for fakes there, and learns nothing from them")]
    [InlineData("FD = \"softplus(t)\", FG = \"{|GAN079:min(t, 1)|}\"", "Generator(t) = f_G(-t) has no gradient for t < -1: D is sure of fakes there, and G learns nothing from them")]
    public void No_gradient_on_a_side_that_matters(string formulas, string message)
        => Assert.Equal([message], Verify($"[GanObjective({formulas})] [R1]"));

    /// <summary>Flat where the player is right: the margins of the hinge loss and of an energy.</summary>
    [Theory]
    [InlineData("FD = \"max(0, 1 + t)\", FG = \"max(0, 1 + t)\"")]
    [InlineData("Real = \"t\", Fake = \"max(0, 10 - t)\", Generator = \"t\"")]
    [InlineData("FD = \"t\", FG = \"t\"")]
    [InlineData("Real = \"square(t - 1)\", Fake = \"square(t)\", Generator = \"square(t - 1)\"")]
    [InlineData("FD = \"softplus(t)\", FG = \"square(t) / 2\"")]
    public void Nothing_is_said_of_losses_that_are_flat_where_they_may_be(string formulas) => Verify($"[GanObjective({formulas})] [R1]");

    /// <summary>BEGAN's k is 0 at first, and grows: Berthelot, Schumm and Metz 2017, arXiv 1703.10717.</summary>
    [Fact]
    public void A_weight_that_starts_from_0()
        => Assert.DoesNotContain(AnalyzerTest.Analyze(
            ["""[GanObjective(Real = "t", Fake = "-k * t", Generator = "t")] public sealed partial class Mine { [Hyperparameter(Min = 0, Max = 1)] public double K { get; init; } }"""],
            also: new TheoryAnalyzer()), static diagnostic => diagnostic.Id is "GAN078" or "GAN079");

    [Theory]
    [InlineData("max(u, 1) - 1", "Real(t) = -f'(eᵗ) has no gradient anywhere: D learns nothing; 0.5 * abs(u - 1) is the same divergence, by a bounded output of D")]
    [InlineData("max(u - 2, 0)", "Real(t) = -f'(eᵗ) has no gradient anywhere: D learns nothing; by a bounded output of D the same divergence is Real = \"-sigmoid(t)\", Fake = \"2 * sigmoid(t)\", Generator = \"-2 * sigmoid(t)\"")]
    [InlineData("square(max(u - 1, 0))", "Real(t) = -f'(eᵗ) has no gradient for t < 0: D takes real samples for fakes there, and learns nothing from them")]
    public void Divergences_without_a_gradient(string f, string message)
        => Assert.Equal([message], AnalyzerTest.Analyze([$"[FDivergence(\"{f}\")] [R1] public sealed partial class Mine;"], also: new TheoryAnalyzer()).Where(static d => d.Id == "GAN079").Select(static d => d.GetMessage()));

    private static IReadOnlyList<string> Verify(string attributes) => AnalyzerTest.Verify(new TheoryAnalyzer(), $"{attributes} public sealed partial class Mine;");
}
