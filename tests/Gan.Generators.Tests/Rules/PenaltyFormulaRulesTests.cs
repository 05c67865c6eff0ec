using Gan.Generators.Analyzers;

namespace Gan.Generators.Tests.Rules;

/// <summary>What is wrong with the formulas of penalties, at their characters.</summary>
public sealed class PenaltyFormulaRulesTests
{
    [Theory]
    [InlineData("pow(n, 6)")]
    [InlineData("square")]
    [InlineData("square(n - 1)")]
    [InlineData("square(max(0, n - 1))")]
    [InlineData("max(0, n * n - 1)")]
    [InlineData("n")]
    [InlineData("sqrt(n)")]
    [InlineData("tanh(n)")]
    [InlineData("log(1 + n)")]
    [InlineData("square(max(0, 1 - n)) + square(max(0, n - 2))")]
    [InlineData("max(0, 1 - n) * max(0, n - 2)")]
    public void Penalties(string formula) => Verify($"""[GradientPenalty(Formula = "{formula}")]""");

    [Theory]
    [InlineData("square(1 - sigmoid(t))")]
    [InlineData("sigmoid")]
    [InlineData("2")]
    [InlineData("exp(-t * t)")]
    public void Factors(string factor) => Verify($"""[GradientPenalty(Factor = "{factor}")] [GradientPenalty(At = PenaltyPoint.Real, Formula = "n", Factor = "{factor}")]""");

    [Theory]
    [InlineData("-square(n)")]
    [InlineData("exp(-n)")]
    [InlineData("1 / (1 + n)")]
    [InlineData("1 - n")]
    public void One_that_falls(string formula)
        => Assert.Equal([$"'{formula}' falls as the norm n of the gradient grows, so it rewards a steep D: change its sign"], Verify($$"""[GradientPenalty(Formula = "{|GAN120:{{formula}}|}")]"""));

    [Theory]
    [InlineData("n - 1", "'n - 1' is -1 for n = 0")]
    [InlineData("square(n - 1) - 0.5", "'square(n - 1) - 0.5' is -0.5 for n = 1")]
    [InlineData("n * (2 - n)", "'n * (2 - n)' is -8 for n = 4")]
    public void One_that_is_negative(string formula, string what)
        => Assert.Equal([$"{what}, so it rewards what it should prevent: write a formula that is 0 or more"], Verify($$"""[GradientPenalty(Formula = "{|GAN121:{{formula}}|}")]"""));

    [Theory]
    [InlineData("t", "'t' is -1 for t = -1")]
    [InlineData("tanh(t) - 0.1", "'tanh(t) - 0.1' is -0.1 for t = 0")]
    [InlineData("-sigmoid(t)", "'-sigmoid(t)' is -0.5 for t = 0")]
    public void A_factor_that_is_negative(string formula, string what)
        => Assert.Equal([$"{what}, so it rewards what it should prevent: write a formula that is 0 or more"], Verify($$"""[GradientPenalty(Formula = "n", Factor = "{|GAN121:{{formula}}|}")]"""));

    [Theory]
    [InlineData("2")]
    [InlineData("e / pi")]
    public void One_without_the_norm(string formula)
        => Assert.Equal([$"'{formula}' does not depend on the norm n of the gradient, so the penalty is the same for every D: write a formula in n"], Verify($$"""[GradientPenalty(Formula = "{|GAN122:{{formula}}|}")]"""));

    [Theory]
    [InlineData("Target = {|GAN123:1|}", "Target")]
    [InlineData("OneSided = {|GAN123:true|}", "OneSided")]
    public void Beside_a_target(string option, string name)
        => Assert.Equal([$"GradientPenalty gives both Formula and {name}, but the formula alone says what a norm costs: remove {name}, or the formula"], Verify($$"""[GradientPenalty(Formula = "n", {{option}})]"""));

    [Theory]
    [InlineData("sqrt(n - 1)", "sqrt(n - 1)")]
    [InlineData("n + log(n - 2)", "log(n - 2)")]
    public void One_without_a_value(string formula, string part)
        => Assert.Equal([$"'{part}' is undefined (NaN) for some norms: write a formula that has a value there"], Verify($$"""[GradientPenalty(Formula = "{|GAN124:{{formula}}|}")]"""));

    [Theory]
    [InlineData("0.5", "0.5")]
    [InlineData("double.NaN", "NaN")]
    public void The_order_of_a_norm(string order, string shown)
        => Assert.Equal([$"Order of GradientPenalty is {shown}, but it is the order p of a norm: give 1 or more (2 is the usual norm, double.PositiveInfinity the largest absolute value)"], Verify($$"""[GradientPenalty(Order = {|GAN125:{{order}}|})]"""));

    [Theory]
    [InlineData("""[GradientPenalty(Formula = "square({|GAN015:m|})")]""")]
    [InlineData("""[GradientPenalty(Formula = "square({|GAN015:t|})")]""")]
    [InlineData("""[GradientPenalty(Formula = "n", Factor = "sigmoid({|GAN015:n|})")]""")]
    [InlineData("""[GradientPenalty(Formula = "{|GAN016:squared|}(n)")]""")]
    [InlineData("""[R1] [GradientPenalty] [GradientPenalty(Formula = "n{|GAN018:^|}2")]""")]
    public void Mistakes_of_formulas(string penalties) => Assert.Single(Verify(penalties));

    [Fact]
    public void What_a_formula_names_is_used()
        => AnalyzerTest.Verify("""
            [GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
            [GradientPenalty(Formula = "Cost(n) + kappa * n + Floor * n")]
            public sealed partial class Mine
            {
                private const double Floor = 1;
                [Hyperparameter(Min = 0)] public double Kappa { get; init; } = 1;
                [Hyperparameter(Min = 0)] public double {|GAN058:Unused|} { get; init; } = 1;
                [LossFunction] private static double Cost(double n) => n * n;
            }
            """);

    /// <summary>A penalty that is bounded leaves a critic without a limit; one that grows may limit it.</summary>
    [Theory]
    [InlineData("pow(n, 6)", false)]
    [InlineData("n", false)]
    [InlineData("tanh(n)", true)]
    public void A_critic_under_a_formula(string formula, bool isUnlimited)
        => Assert.Equal(
            isUnlimited ? ["GAN073"] : [],
            AnalyzerTest.Analyze([$$"""[GanObjective(FD = "t", FG = "t")] [GradientPenalty(Formula = "{{formula}}")] public sealed partial class Mine;"""], also: new TheoryAnalyzer()).Select(static diagnostic => diagnostic.Id));

    private static IReadOnlyList<string> Verify(string penalties)
        => AnalyzerTest.Verify($$"""[GanObjective(FD = "softplus(t)", FG = "softplus(t)")] {{penalties}} public sealed partial class Mine;""");
}
