namespace Gan.Generators.Tests.Rules;

public sealed class NameRulesTests
{
    [Theory]
    [InlineData("{|GAN021:log(1 + exp(t))|}", "'log(1 + exp(t))' is softplus(t)")]
    [InlineData("{|GAN021:log1p(exp(t))|} - 1", "'log1p(exp(t))' is softplus(t)")]
    [InlineData("2*{|GAN021:log(1+exp(-t))|} + t", "'log(1+exp(-t))' is softplus(-t)")]
    [InlineData("{|GAN021:log(sigmoid(t))|} * 3", "'log(sigmoid(t))' is logsigmoid(t)")]
    [InlineData("{|GAN021:-log(1 - sigmoid(t))|}", "'-log(1 - sigmoid(t))' is softplus(t)")]
    [InlineData("{|GAN021:1/(1+exp(-t))|}", "'1/(1+exp(-t))' is sigmoid(t)")]
    [InlineData("square({|GAN021:exp(t) / (exp(t) + 1)|})", "'exp(t) / (exp(t) + 1)' is sigmoid(t)")]
    [InlineData("tanh({|GAN021:Math.Exp(-t * t) - 1|})", "'Math.Exp(-t * t) - 1' is expm1(-square(t))")]
    [InlineData("softplus({|GAN021:log(1 + exp(t))|})", "'log(1 + exp(t))' is softplus(t)")]
    [InlineData("m * {|GAN021:(log(1 + exp(t - m)))|}", "'(log(1 + exp(t - m)))' is softplus(t - m)")]
    public void What_is_written_out_is_named(string formula, string said)
        => Assert.Equal([$"{said}, and is computed as that: write the name, which reads better"], Verify(formula));

    [Fact]
    public void Each_part_of_each_formula() => AnalyzerTest.Verify(
        """[GanObjective(FD = "{|GAN021:log(1 + exp(t))|} - 2 * {|GAN021:log(1 + exp(-t))|}", FG = "1 + {|GAN021:-log(sigmoid(-t))|}")] partial class Mine;""");

    [Theory]
    [InlineData("softplus(t) + sigmoid(t) * tanh(t)")]
    [InlineData("-softplus(-t)")]
    [InlineData("logsigmoid(2 * t - 1)")]
    [InlineData("max(0, 1 + t) * t * t")]
    [InlineData("expm1(min(t, 1)) + log1p(t * t)")]
    [InlineData("exp(min(t, 1)) + log(2 + t * t)")]
    [InlineData("log(1 + exp(m)) * t")]
    [InlineData("Soft(t)")]
    public void What_is_named_already_or_has_no_name_is_left(string formula) => Verify(formula);

    [Fact]
    public void The_f_of_a_divergence_is_not_computed() => AnalyzerTest.Verify(
        """[FDivergence("u * log(u) - (u + 1) * log((1 + u) / 2) + 0 * log(1 + u)")] partial class Mine;""");

    [Fact]
    public void A_long_formula_is_read_in_time()
        => Assert.Equal(150, AnalyzerTest.Verify($"""[GanObjective(FD = "{string.Join(" + ", Enumerable.Repeat("t", 300))} + {string.Join(" + ", Enumerable.Repeat("{|GAN021:log(1+exp(t))|}", 150))}", FG = "t")] partial class Mine;""").Count);

    private static IReadOnlyList<string> Verify(string formula) => AnalyzerTest.Verify($$"""
        [GanObjective(FD = "{{formula}}", FG = "Soft(t) + m * t")]
        partial class Mine
        {
            [Hyperparameter] public double M { get; init; } = 1;
            [LossFunction] static double Soft(double t) => System.Math.Log(1 + System.Math.Exp(t));
        }
        """);
}
