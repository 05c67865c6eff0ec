namespace Gan.Generators.Tests.Rules;

public sealed class FormulaRulesTests
{
    [Theory]
    [InlineData("""FD = "softplus(t)", FG = "softplus" """)]
    [InlineData("""Real = "-t", Fake = "t", Generator = "-t" """)]
    [InlineData("""FD = "t", FG = "t", Real = null""")]
    public void One_whole_form_is_right(string arguments) => Verify($"[GanObjective({arguments})]");

    [Theory]
    [InlineData("[{|GAN010:GanObjective|}]")]
    [InlineData("[{|GAN010:GanObjective()|}]")]
    [InlineData("[R1, {|GAN010:Gan.Dsl.GanObjectiveAttribute(FD = null)|}]")]
    public void No_formula(string attribute)
        => Assert.Equal(["Objective 'Mine' declares no loss: give FD and FG, or Real, Fake and Generator"], Verify(attribute));

    [Fact]
    public void Both_forms()
        => Assert.Equal(
            ["Objective 'Mine' mixes two forms of declaration: FD belongs to the pair FD, FG, and Real and Fake belong to the three losses Real, Fake, Generator; keep one of them"],
            Verify("""[{|GAN011:GanObjective(FD = "t", Real = "t", Fake = "t")|}]"""));

    [Theory]
    [InlineData("""FD = "t" """, "FD without FG: add FG")]
    [InlineData("""FG = "t" """, "FG without FD: add FD")]
    [InlineData("""Fake = "t" """, "Fake without Real and Generator: add Real and Generator")]
    [InlineData("""Real = "t", Fake = "t" """, "Real and Fake without Generator: add Generator")]
    public void Half_a_form(string arguments, string message)
        => Assert.Equal(["Objective 'Mine' gives " + message], Verify($"[{{|GAN012:GanObjective({arguments})|}}]"));

    private static IReadOnlyList<string> Verify(string attribute)
        => AnalyzerTest.Verify($"{attribute} public sealed partial class Mine;");
}
