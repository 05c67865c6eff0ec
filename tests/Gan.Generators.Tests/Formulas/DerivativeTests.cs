using CsCheck;
using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Oracle;
using Gan.Generators.Tests.Properties;

namespace Gan.Generators.Tests.Formulas;

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
    // Beside the kink.
    [InlineData("elu(t, 0.5)", 0.5, 1)]
    [InlineData("elu(t, 0.5)", -1, 0.18393972058572117)]
    [InlineData("leaky_relu(t, 0.2)", 0.5, 1)]
    [InlineData("leaky_relu(t, 0.2)", -0.5, 0.2)]
    public void At_a_kink_is_the_slope_of_autograd(string formula, double logit, double expected) =>
        Assert.Equal(expected, Derivative.Of(Formula.Parse(formula)).Evaluate(logit), 1e-15);

    [Fact, Trait("Category", "Property")]
    public void Agrees_with_differences() => Gen.Select(RandomFormula.Any, Gen.Double[-3, 3]).Holds(2000, atLeast: 1000, static sample =>
    {
        const int bits = 256;
        var (formula, t) = sample;
        if (ValueAt(Ball.Of(BigReal.Of(t, bits))) is null || Difference.Slope(ValueAt, BigReal.Of(t, bits), -bits / 3) is not { } expected) return false;
        var derivative = Derivative.Of(formula);
        // Rounded as a double, it is off by what its greatest part is.
        var greatest = formula.Nodes().Concat(derivative.Nodes()).Max(node => Math.Abs(node.Evaluate(t, RandomFormula.Values)));
        if (!(greatest < 1e6) || expected.Error > -40) return false;
        // Within rounding of a kink, double precision may take the other side.
        if (Math.Abs(derivative.Evaluate(t + 1e-9, RandomFormula.Values) - derivative.Evaluate(t - 1e-9, RandomFormula.Values)) > 1e-7 * (1 + greatest)) return false;
        var actual = derivative.Evaluate(t, RandomFormula.Values);
        Assert.True(Math.Abs(actual - expected.Middle.ToDouble()) <= 1e-7 * (1 + greatest), $"at {t:R} the slope of {formula} is {expected.Middle.ToDouble():R}, not {actual:R} = {derivative}");
        return true;

        Ball? ValueAt(Ball logit)
        {
            var evaluator = new BallEvaluator(logit, bits, RandomFormula.Values);
            return evaluator.Evaluate(formula) is { IsUnknown: false } value && !evaluator.MetKink ? value : null;
        }
    });
}
