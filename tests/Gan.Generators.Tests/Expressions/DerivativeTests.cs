using CsCheck;
using Gan.Generators.Expressions;

namespace Gan.Generators.Tests.Expressions;

public class DerivativeTests
{
    [Theory]
    [InlineData("softplus(t)", "sigmoid(t)")]
    [InlineData("softplus(-t)", "-sigmoid(-t)")]
    [InlineData("relu(1 + t)", "t > -1 ? 1 : 0")]
    [InlineData("abs(t)", "sign(t)")]
    [InlineData("square(t - m)", "2 * (t - m)")]
    [InlineData("t > 0 ? 1 + t : exp(t)", "t > 0 ? 1 : exp(t)")]
    [InlineData("max(m, t)", "t > m ? 1 : 0")]
    [InlineData("m * 3", "0")]
    [InlineData("exp(-2 * t)", "-2 * exp(-2 * t)")]
    [InlineData("log(t)", "1 / t")]
    [InlineData("pow(t, 3)", "3 * square(t)")]
    [InlineData("leaky_relu(t, 0.2)", "t > 0 ? 1 : 0.2")]
    public void Reads_as_in_the_book(string formula, string expected) => Assert.Equal(expected, Derivative.Of(Formula.Parse(formula, "m")).ToString());

    [Theory]
    [InlineData("relu(t)", 0, 0)]
    [InlineData("abs(t)", 0, 0)]
    [InlineData("max(t, 0)", 0, 0)]
    [InlineData("max(1, t)", 1, 0)]
    [InlineData("max(t, t * t)", 1, 1.5)]
    [InlineData("min(t, t * t)", 1, 1.5)]
    [InlineData("elu(t, 0.5)", 0, 0.5)]
    [InlineData("leaky_relu(t, 0.2)", 0, 0.2)]
    [InlineData("sign(t)", 0, 0)]
    public void At_a_kink_is_the_slope_of_autograd(string formula, double logit, double expected) =>
        Assert.Equal(expected, Derivative.Of(Formula.Parse(formula)).Evaluate(logit), 1e-15);

    [Fact]
    public void Agrees_with_central_differences() => RandomFormula.Smooth.Select(Gen.Double[-3, 3]).Sample((formula, t) =>
    {
        const double h = 1e-4;
        double At(double x) => formula.Evaluate(x, RandomFormula.Values);
        // Fourth order, once with half the step: where the two differ the formula is too steep to judge.
        double Difference(double step) => (8 * (At(t + step) - At(t - step)) - (At(t + 2 * step) - At(t - 2 * step))) / (12 * step);
        var expected = Difference(h);
        var tolerance = 1e-5 * (1 + Math.Abs(expected));
        var noise = formula.Nodes().Max(n => Math.Abs(n.Evaluate(t, RandomFormula.Values))) * 1e-16 / h * 100;
        if (!(Math.Abs(expected - Difference(h / 2)) < tolerance / 4) || noise > tolerance) return;
        var actual = Derivative.Of(formula).Evaluate(t, RandomFormula.Values);
        Assert.True(Math.Abs(actual - expected) <= tolerance, $"at {t:R} the slope of {formula} is {expected:R}, not {actual:R} = {Derivative.Of(formula)}");
    }, iter: 3000);
}
