namespace Gan.Generators.Tests.Rules;

public sealed class PaperNotationTests
{
    private const string Mean = ": a formula is a function of the logit t that D returns, and GanDsl takes the mean: write ";

    [Theory]
    [InlineData("FD = \"max(0, 1 + {|GAN022:D(G(z))|})\", FG = \"t\"", "'D(G(z))'" + Mean + "t")]
    [InlineData("FD = \"t\", FG = \"{|GAN022:E[D(G(z))]|}\"", "'E[D(G(z))]'" + Mean + "t")]
    [InlineData("FD = \"t\", FG = \"{|GAN022:E(D(G(z)))|}\"", "'E(D(G(z)))'" + Mean + "t")]
    [InlineData("FD = \"t\", FG = \"-{|GAN022:E_z[log(D(G(z))) - 1]|}\"", "'E_z[log(D(G(z))) - 1]'" + Mean + "(log(sigmoid(t)) - 1)")]
    [InlineData("FD = \"-log(1 - {|GAN022:D(x)|})\", FG = \"t\"", "'D(x)'" + Mean + "sigmoid(t)")]
    [InlineData("FD = \"t\", FG = \"{|GAN022:E[softplus(t)]|}\"", "'E[softplus(t)]'" + Mean + "softplus(t)")]
    [InlineData("FD = \"t\", FG = \"-{|GAN022:D(x)|}\"", "'D(x)'" + Mean + "t; and FG is of generated samples, D(G(z)), not of x")]
    [InlineData("Real = \"-t\", Fake = \"{|GAN022:D(x)|}\", Generator = \"-t\"", "'D(x)'" + Mean + "t; and Fake is of generated samples, D(G(z)), not of x")]
    [InlineData("Real = \"-t\", Fake = \"t\", Generator = \"-{|GAN022:E[D(x)]|}\"", "'E[D(x)]'" + Mean + "t; and Generator is of generated samples, D(G(z)), not of x")]
    [InlineData("Real = \"-{|GAN022:D(G(z))|}\", Fake = \"t\", Generator = \"-t\"", "'D(G(z))'" + Mean + "t; and Real is of real samples, D(x), not of generated ones")]
    [InlineData("FD = \"{|GAN022:D( G(x) )|}\", FG = \"t\"", "'D( G(x) )'" + Mean + "t; and G takes the noise z, never x")]
    [InlineData("Real = \"-t\", Fake = \"t\", Generator = \"-{|GAN022:D(G(x))|}\"", "'D(G(x))'" + Mean + "t; and G takes the noise z, never x")]
    public void One_message_at_the_part(string formulas, string message) => Assert.Equal([message], Verify(formulas));

    [Fact]
    public void Each_call_is_said() => Assert.Equal(2, Verify("FD = \"{|GAN022:D(x)|} - {|GAN022:D(G(z))|}\", FG = \"t\"").Count);

    [Fact]
    public void A_function_of_ones_own_may_have_the_name() => AnalyzerTest.Verify("""
        [GanObjective(FD = "D(t)", FG = "E(t)")]
        partial class Mine
        {
            [LossFunction] static double D(double t) => t;
            [LossFunction] static double E(double t) => t;
        }
        """);

    [Fact]
    public void The_f_of_a_divergence_has_no_logit() => AnalyzerTest.Verify("""[FDivergence("{|GAN016:D|}({|GAN015:x|})")] partial class Mine;""");

    private static IReadOnlyList<string> Verify(string formulas) => AnalyzerTest.Verify($"[GanObjective({formulas})] partial class Mine;");
}
