using Gan.Generators.Analyzers;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Tests.Rules;

public sealed class AnalysisRulesTests
{
    private const string Concave = "D's loss has no minimum, as when a formula is copied in the form that is maximised: ";

    [Theory]
    [InlineData("FD = \"softplus(t)\", FG = \"softplus(t)\"")]
    [InlineData("FD = \"max(0, 1 + t)\", FG = \"t\"")]
    [InlineData("FD = \"t\", FG = \"t\"")]
    [InlineData("FD = \"softplus(t)\", FG = \"t * t / 2\"")]
    [InlineData("Real = \"t\", Fake = \"max(0, 2 - t)\", Generator = \"t\"")]
    [InlineData("Real = \"softplus(t) - 0.9 * t\", Fake = \"softplus(t)\", Generator = \"softplus(-t)\"")]
    [InlineData("FD = \"tanh(t)\", FG = \"t\"")]
    [InlineData("FD = \"t + sqrt(1 + t * t)\", FG = \"t\"")]
    public void Right_losses_with_R1(string formulas) => Verify($"[GanObjective({formulas})] [R1]");

    // The second slip of the documents, and the first: both are the form that is maximised.
    [Theory]
    [InlineData("FD = \"{|GAN071:{|GAN021:-log(1 + exp(-t))|}|}\", FG = \"softplus(t)\"", "FD = \"softplus(t)\"")]
    [InlineData("FD = \"{|GAN071:{|GAN021:-log(1 + exp(-t))|}|}\", FG = \"{|GAN021:-log(1 + exp(-t))|}\"", "FD = \"softplus(t)\"")]
    [InlineData("FD = \"{|GAN071:-pow(1 - t, 2)|}\", FG = \"t\"", "FD = \"square(t + 1)\"")]
    [InlineData("Real = \"{|GAN071:-pow(t - 1, 2)|}\", Fake = \"t * t\", Generator = \"-pow(t - 1, 2)\"", "Real = \"square(t - 1)\"")]
    [InlineData("Real = \"{|GAN071:-pow(t - 1, 2)|}\", Fake = \"2 * t * t\", Generator = \"-t\"", "Real = \"square(t - 1)\"")]
    [InlineData("Real = \"{|GAN071:t|}\", Fake = \"t\", Generator = \"-t\"", "Real = \"-t\"")]
    [InlineData("Real = \"pow(t - 1, 2)\", Fake = \"{|GAN071:-t * t|}\", Generator = \"pow(t - 1, 2)\"", "Fake = \"square(t)\"")]
    public void The_form_that_is_maximised(string formulas, string proposal)
    {
        var message = Assert.Single(Verify($"[GanObjective({formulas})] [R1]"), static said => !said.EndsWith("which reads better", StringComparison.Ordinal));
        Assert.StartsWith(Concave, message, StringComparison.Ordinal);
        Assert.EndsWith($"; write {proposal}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_proposal_that_does_not_mend()
    {
        var message = Assert.Single(Verify("[GanObjective(FD = \"{|GAN071:pow(t, 3) - t * t * t * t|}\", FG = \"t\")] [R1]"));
        Assert.DoesNotContain("write", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("softplus(-t)")]
    [InlineData("softplus(t)")]
    [InlineData("t")]
    public void A_discriminator_reversed(string generator)
        => Assert.Equal(
            "With this loss D learns the opposite of its task: at the balanced logit 0, Real rises and Fake falls: D learns to call real samples fake; write FD = \"softplus(t)\""
            + (generator == "softplus(-t)" ? "; or declare Sign = LogitSign.Energy if D's output is an energy, low on real samples" : ""),
            Assert.Single(Verify($"[GanObjective(FD = \"{{|GAN070:softplus(-t)|}}\", FG = \"{generator}\")]")));

    // The third slip's kin: the hinge loss of G with its sign turned.
    [Theory]
    [InlineData("FD = \"max(0, 1 + t)\", FG = \"{|GAN072:-t|}\"", "FG = \"t\"")]
    [InlineData("FD = \"softplus(t)\", FG = \"{|GAN072:softplus(-t)|}\"", "FG = \"softplus(t)\"")]
    [InlineData("Real = \"pow(t - 1, 2)\", Fake = \"t * t\", Generator = \"{|GAN072:-pow(t - 1, 2)|}\"", "Generator = \"square(t - 1)\"")]
    // Of the two that turn G around, −softplus(t) saturates and softplus(−t) does not.
    [InlineData("Real = \"softplus(-t)\", Fake = \"softplus(t)\", Generator = \"{|GAN072:softplus(t)|}\"", "Generator = \"softplus(-t)\"")]
    [InlineData("Real = \"softplus(-t)\", Fake = \"softplus(t)\", Generator = \"{|GAN072:-softplus(-t)|}\"", "Generator = \"softplus(-t)\"")]
    public void A_generator_reversed(string formulas, string proposal)
        => Assert.EndsWith($"; write {proposal}", Assert.Single(Verify($"[GanObjective({formulas})] [R1]")), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("[R1(Weight = 0)]")]
    [InlineData("[Drift(Weight = 0)] [PathLength]")]
    public void A_critic_without_a_limit(string penalties)
        => Assert.Equal(
            ["D's loss has no minimum unless D's slope is limited, so training diverges: add [GradientPenalty], [R1] or [WeightClip], or declare what limits it with [SpectralNorm] or [CriticLimitedBy] (where p and q differ, 0.5·Real + Fake → −∞ as t → −∞)"],
            Verify($"[{{|GAN073:GanObjective(FD = \"t\", FG = \"t\")|}}] {penalties}"));

    // Drift and LeCam hold its logits: u·(-t + w·t²) + t has a minimum for every u > 0, and so has it with LeCam's two halves of parabolas.
    [Theory]
    [InlineData("[WeightClip]")]
    [InlineData("[SpectralNorm]")]
    [InlineData("[GradientPenalty]")]
    [InlineData("[GradientPenalty(Target = 0)]")]
    [InlineData("[R1(FiniteDifference = 0.01)]")]
    [InlineData("[WeightClip] [Drift] [LeCam] [PathLength]")]
    [InlineData("[CriticLimitedBy(\"orthonormal layers\")]")]
    [InlineData("[Drift]")]
    [InlineData("[LeCam]")]
    [InlineData("[LeCam] [Drift(Weight = 10)] [PathLength]")]
    public void A_critic_with_a_limit(string attributes) => Verify($"[GanObjective(FD = \"t\", FG = \"t\")] {attributes}");

    [Theory]
    [InlineData("SpectralNorm")]
    [InlineData("CriticLimitedBy(\"nothing\")")]
    public void A_limit_of_no_objective(string attribute) => Verify($"[{{|GAN006:{attribute}|}}]");

    [Theory]
    [InlineData("[GanObjective(FD = \"softplus(t)\", FG = \"{|GAN074:-softplus(-t)|}\")] [R1]", "-sigmoid(t), tends to 0 as t → −∞; FG = \"softplus(t)\" does not")]
    [InlineData("[GanObjective(Real = \"softplus(-t)\", Fake = \"softplus(t)\", Generator = \"{|GAN074:-softplus(t)|}\")] [R1]", "-sigmoid(t), tends to 0 as t → −∞; Generator = \"softplus(-t)\" does not")]
    [InlineData("[{|GAN074:FDivergence(\"u * log(u) - (u + 1) * log((u + 1) / 2)\")|}] [R1]", "-sigmoid(t), tends to 0 as t → −∞; NonSaturating = true takes the other choice")]
    public void A_saturating_generator(string attributes, string end)
        => Assert.Equal([$"G stops learning where D wins, because its gradient vanishes there: the slope of G's loss, {end}"], Verify(attributes));

    /// <summary>Real(t) = 1 − e^(−v/2) saturates as well: only a choice that does not is proposed.</summary>
    [Theory]
    [InlineData("square(u - 1)", false)]
    [InlineData("0.5 * abs(u - 1)", false)]
    [InlineData("-log(u)", true)]
    public void The_other_choice_of_a_divergence_is_proposed_where_it_helps(string f, bool isProposed)
    {
        var saturates = AnalyzerTest.Analyze([$"[FDivergence(\"{f}\")] [R1] public sealed partial class Mine;"], also: new TheoryAnalyzer()).Where(static d => d.Id == "GAN074").Select(static d => d.GetMessage()).ToArray();
        if (!isProposed) Assert.DoesNotContain("NonSaturating", Assert.Single(saturates), StringComparison.Ordinal);
        else Assert.All(saturates, static message => Assert.Contains("NonSaturating = true", message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FD = \"softplus(t)\", FG = \"softplus(t)\"", "[{|GAN075:GradientPenalty|}]", "±0.5i", "GradientPenalty")]
    [InlineData("FD = \"max(0, 1 + t)\", FG = \"t\"", "[Drift] [{|GAN075:GradientPenalty(OneSided = true)|}] [LeCam]", "±1i", "GradientPenalty")]
    [InlineData("FD = \"pow(1 + t, 2)\", FG = \"pow(1 + t, 2)\"", "[{|GAN075:Dragan|}]", "±2i", "Dragan")]
    public void A_gradient_penalty_without_local_convergence(string formulas, string penalties, string eigenvalues, string useless)
        => Assert.Equal(
            [$"Near the equilibrium the players circle it for ever, and {useless} does not help, because its target is a norm other than 0: use Target = 0, or [R1] instead (the Dirac-GAN's eigenvalues are {eigenvalues})"],
            Verify($"[GanObjective({formulas})] {penalties}"));

    // That most games turn is told by their documentation. A critic's penalty limits its slope.
    [Theory]
    [InlineData("[GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\")]")]
    [InlineData("[GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\")] [GradientPenalty(Weight = 0)]")]
    [InlineData("[GanObjective(FD = \"t\", FG = \"t\")] [Drift] [GradientPenalty] [LeCam]")]
    public void Nothing_is_said_of_a_game_that_turns_as_most_do(string attributes) => Verify(attributes);

    [Fact]
    public void The_defaults_of_hyperparameters_are_named()
    {
        var message = Assert.Single(AnalyzerTest.Verify(new TheoryAnalyzer(), """
            [GanObjective(Real = "{|GAN071:s * pow(t - 1, 2)|}", Fake = "s * t * t", Generator = "s * pow(t - 1, 2)")] [R1]
            public sealed partial class Mine { [Hyperparameter] public double S { get; init; } = -1; }
            """));
        Assert.Contains("(with s = -1)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_right_declaration_is_not_asked() => Verify("[GanObjective(FD = \"-softplus(-t)\", FG = {|GAN014:\"\"|})]");

    [Fact]
    public void Losses_are_generated_all_the_same()
        => Assert.Equal(
            "GAN070",
            Assert.Single(AnalyzerTest.Analyze(["""
                [GanObjective(FD = "softplus(-t)", FG = "softplus(-t)")] public sealed partial class Mine;
                public static class Use { public static object Of(TorchSharp.torch.Tensor t) => new Mine().DiscriminatorLoss(t, t); }
                """], also: new TheoryAnalyzer())).Id);

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public void Editorconfig_sets_its_severity(string severity, DiagnosticSeverity expected)
        => Assert.Equal(expected, Assert.Single(AnalyzerTest.Analyze([Critic], $"root = true\n[*.cs]\ndotnet_diagnostic.GAN073.severity = {severity}\n", new TheoryAnalyzer())).Severity);

    [Fact]
    public void A_pragma_silences_it() => Assert.Empty(AnalyzerTest.Analyze([$"#pragma warning disable GAN073\n{Critic}"], also: new TheoryAnalyzer()));

    private const string Critic = """[GanObjective(FD = "t", FG = "t")] public sealed partial class Mine;""";

    private static IReadOnlyList<string> Verify(string attributes) => AnalyzerTest.Verify(new TheoryAnalyzer(), $"{attributes} public sealed partial class Mine;");
}
