using Gan.Generators.Analyzers;
using Gan.Generators.Objectives;
using Gan.Generators.Tests.Analysis;
using Gan.Generators.Tests.Formulas;

namespace Gan.Generators.Tests.Rules;

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

        // -V over q at that logit, where u = p/q: log(1 + u) - u log(u/(1 + u)), which is 2 log 2 for u = 1, and more at any other logit.
        var losses = LossFormulas.OfPair(Formula.Parse("softplus(t)"), Formula.Parse("-softplus(-t)"));
        foreach (var u in new[] { 0.25, 1, 4 })
        {
            double At(double t) => (u * losses.Real.Evaluate(t)) + losses.Fake.Evaluate(t);
            Assert.Equal(Math.Log(1 + u) - (u * Math.Log(u / (1 + u))), At(Math.Log(u)), 12);
            Assert.True(At(Math.Log(u)) < At(Math.Log(u) + 0.1) && At(Math.Log(u)) < At(Math.Log(u) - 0.1));
        }

        Assert.Equal(2 * Math.Log(2), losses.Real.Evaluate(0) + losses.Fake.Evaluate(0), 12);
    }

    private static string Said(string declaration) => AnalyzerTest.Verify(new TheoryAnalyzer(), $"{declaration} [R1] partial class Mine;")
        .Single(static said => !said.EndsWith("which reads better", StringComparison.Ordinal));
}
