using Gan.Generators.Diagnostics;
using Gan.Generators.Tests.Analysis;

namespace Gan.Generators.Tests.Diagnostics;

/// <summary>Slips that stand in print. The first three are refused with what is meant; the fourth takes a value for the discriminator.</summary>
public sealed class SlipTests
{
    /// <summary>With minus signs before (D(x) − 1)² and before G's term both losses are unbounded below.</summary>
    [Fact]
    public void Least_squares_with_minus_signs()
    {
        Assert.EndsWith(
            "; write Real = \"square(t - 1)\"",
            Said("""[GanObjective(Real = "{|GAN071:-pow(t - 1, 2)|}", Fake = "pow(t, 2)", Generator = "-pow(t - 1, 2)")]"""), StringComparison.Ordinal);
        Assert.EndsWith(
            "; write Generator = \"square(t - 1)\"",
            Said("""[GanObjective(Real = "pow(t - 1, 2)", Fake = "pow(t, 2)", Generator = "{|GAN072:-pow(t - 1, 2)|}")]"""), StringComparison.Ordinal);
    }

    [Fact]
    public void The_logistic_function_of_the_form_that_is_maximised() => Assert.EndsWith(
        "; write FD = \"softplus(t)\"",
        Said("""[GanObjective(FD = "{|GAN071:{|GAN021:-log(1 + exp(-t))|}|}", FG = "softplus(t)")]"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("""[GanObjective(Real = "max(0, 1 - t)", Fake = "max(0, 1 + t)", Generator = "-{|GAN022:E[D(G(x))]|}")]""", "write t; and G takes the noise z, never x")]
    [InlineData("""[GanObjective(FD = "max(0, 1 + t)", FG = "{|GAN072:-t|}")]""", "; write FG = \"t\"")]
    public void The_generator_of_real_samples(string declaration, string end) => Assert.EndsWith(end, Said(declaration), StringComparison.Ordinal);

    /// <summary>max_D V = −min L_D = −2 log 2 + 2 JSD is a value; the best D is a logit: log(p/q), and 0 where p = q.</summary>
    [Fact]
    public void The_value_of_the_best_discriminator_is_not_that_discriminator()
    {
        var result = Analysed.Pair("softplus(t)", "-softplus(-t)");
        Assert.Equal("log(p/q)", result.Optimum.ClosedForm);
        Assert.Equal(0, result.Optimum.Balanced);
        var equal = Assert.Single(result.Divergence.Samples, static point => point.Ratio == 1);
        Assert.Equal(0, equal.Logit, 9);
        Assert.Equal(-2 * Math.Log(2), equal.Value, 12);

        // V = p log σ + q log(1 − σ) at σ = p/(p + q), over q: u log(u/(1 + u)) − log(1 + u).
        Assert.All(result.Divergence.Samples, static point =>
            Assert.Equal((point.Ratio * Math.Log(point.Ratio / (1 + point.Ratio))) - Math.Log(1 + point.Ratio), point.Value, 9));
    }

    private static string Said(string declaration) => AnalyzerTest.Verify(new TheoryAnalyzer(), $"{declaration} [R1] partial class Mine;")
        .Single(static said => !said.EndsWith("the name reads better", StringComparison.Ordinal));
}
