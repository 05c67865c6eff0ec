using Gan.Generators.Analyzers;
using Gan.Generators.Tests.Generation;

namespace Gan.Generators.Tests.Rules;

public sealed class CouplingRulesTests
{
    [Theory]
    [InlineData("Relativistic")]
    [InlineData("RelativisticAverage")]
    [InlineData("None")]
    public void The_pair_may_be_coupled(string coupling) => Verify($"FD = \"softplus\", FG = \"softplus\", Coupling = Coupling.{coupling}");

    [Theory]
    [InlineData("Relativistic")]
    [InlineData("RelativisticAverage")]
    public void Three_losses_may_not(string coupling)
        => Assert.Equal(
            [$"Coupling.{coupling} of 'Mine' compares real and fake logits, so they have no separate losses: give FD and FG instead of Real and Fake and Generator"],
            Verify($"Real = \"-t\", Fake = \"t\", Generator = \"-t\", Coupling = {{|GAN023:Coupling.{coupling}|}}"));

    [Fact]
    public void Three_losses_may_be_uncoupled() => Verify("Real = \"-t\", Fake = \"t\", Generator = \"-t\", Coupling = Coupling.None");

    [Fact]
    public void No_such_coupling()
        => Assert.Equal(
            ["Coupling of GanObjective is 7, which is not a member of its enum: use one of the members"],
            Verify("FD = \"t\", FG = \"t\", Coupling = {|GAN037:(Coupling)7|}"));

    [Fact]
    public void A_divergence_and_an_objective_are_two_declarations()
        => Assert.Equal(
            ["Objective 'Mine' mixes two forms of declaration: [FDivergence] says all three losses, and [GanObjective] is there as well; keep one of them"],
            AnalyzerTest.Verify("[FDivergence(\"u * log(u)\"), {|GAN011:GanObjective(Coupling = Coupling.Relativistic)|}] public sealed partial class Mine;"));

    [Fact]
    public void The_generators_loss_of_one_argument_does_not_exist()
    {
        var output = GeneratorRun.Of(GeneratorRun.CompilationOf(
            "[Gan.Dsl.GanObjective(FD = \"softplus\", FG = \"softplus\", Coupling = Gan.Dsl.Coupling.Relativistic)] public sealed partial class Mine;",
            "class Use { object Of(TorchSharp.torch.Tensor t) => new Mine().GeneratorLoss(t); }")).Output;
        Assert.Equal("CS7036", Assert.Single(output.GetDiagnostics(), static d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Id);
    }

    // The theory of the pair holds, but D may move all differences to one side: an unbounded f_D has no minimum.
    [Theory]
    [InlineData("[GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\", Coupling = Coupling.Relativistic)] [R1]")]
    [InlineData("[GanObjective(FD = \"max(0, 1 + t)\", FG = \"max(0, 1 + t)\", Coupling = Coupling.RelativisticAverage)] [R1]")]
    [InlineData("[{|GAN073:GanObjective(FD = \"t\", FG = \"t\", Coupling = Coupling.RelativisticAverage)|}]")]
    [InlineData("[GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\", Coupling = Coupling.Relativistic)]")]
    [InlineData("[GanObjective(FD = \"t\", FG = \"t\", Coupling = Coupling.RelativisticAverage)] [LeCam]")]
    [InlineData("[GanObjective(FD = \"{|GAN070:softplus(-t)|}\", FG = \"softplus(-t)\", Coupling = Coupling.Relativistic)] [R1]")]
    [InlineData("[GanObjective(FD = \"softplus(t)\", FG = \"{|GAN072:softplus(-t)|}\", Coupling = Coupling.Relativistic)] [R1]")]
    [InlineData("[GanObjective(FD = \"{|GAN071:-softplus(-t)|}\", FG = \"softplus(t)\", Coupling = Coupling.Relativistic)] [R1]")]
    public void What_the_theory_says(string attributes) => AnalyzerTest.Verify(new TheoryAnalyzer(), $"{attributes} public sealed partial class Mine;");

    private static IReadOnlyList<string> Verify(string arguments) => AnalyzerTest.Verify($"[GanObjective({arguments})] public sealed partial class Mine;");
}
