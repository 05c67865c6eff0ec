using CsCheck;
using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Oracle;
using Gan.Generators.Tests.Formulas;
using Gan.Generators.Tests.Properties;

namespace Gan.Generators.Tests.Oracle;

/// <summary>A value that is known so far is never outside of what is claimed.</summary>
public sealed class BallEvaluatorTests
{
    [Fact, Trait("Category", "Property")]
    public void Balls_hold_the_value() => Gen.Select(RandomFormula.Any, Gen.OneOf(Gen.Double[-6, 6], Gen.Double[-300, 300])).Holds(1500, atLeast: 800, static sample =>
    {
        var (formula, t) = sample;
        if (At(formula.ToString(), t, 96) is not { IsUnknown: false } few || At(formula.ToString(), t, 1600) is not { IsUnknown: false } many) return false;
        var difference = few.Middle.With(3200) - many.Middle;
        Assert.True(difference.Sign == 0 || difference.Magnitude - 1 <= Math.Max(few.Error, many.Error), $"{formula} at {t:R}: {few.Middle.ToDouble():R} is off by 2^{difference.Magnitude}, not 2^{few.Error}");
        return true;
    });

    [Theory]
    [InlineData("1 / t", 0)]
    [InlineData("log(t)", 0)]
    [InlineData("log(t)", -1)]
    [InlineData("log1p(t)", -1)]
    [InlineData("sqrt(t)", -4)]
    [InlineData("pow(t, -2)", 0)]
    [InlineData("pow(t, 0.5)", -1)]
    [InlineData("softplus(t) + log(t - t)", 3)]
    [InlineData("t > 0 ? t : 1 / t", 0)]
    public void What_has_no_value_has_none(string formula, double t) => Assert.Null(At(formula, t, 256));

    [Theory]
    [InlineData("1 - sigmoid(t)", 1000, 1200)]
    [InlineData("exp(t) * log(1 + exp(-t))", 1000, 512)]
    [InlineData("log(1 - sigmoid(t))", 1000, 512)]
    [InlineData("1 / (exp(t) - exp(t) * sigmoid(800))", 1, 512)]
    public void What_is_lost_in_rounding_is_not_claimed(string formula, double t, int bits)
        => Assert.True(At(formula, t, bits) is { IsUnknown: true } or { Sign: null });

    [Theory]
    [InlineData("relu(t)", 0, true)]
    [InlineData("max(0, 1 + t)", -1, true)]
    [InlineData("max(0, 1 + t)", -0.999, false)]
    [InlineData("abs(expm1(t))", 0, true)]
    [InlineData("t > 1 ? t : 1", 1, true)]
    [InlineData("t > 1 ? t : 1", 0, false)]
    [InlineData("min(t, square(t))", 1, true)]
    [InlineData("elu(2 * t - 1)", 0.5, true)]
    [InlineData("softplus(t)", 0, false)]
    public void Kinks_are_seen(string formula, double t, bool expected)
    {
        var evaluator = Evaluator(t, 256);
        Assert.NotNull(evaluator.Evaluate(Formula.Parse(formula)));
        Assert.Equal(expected, evaluator.MetKink);
    }

    private static Ball? At(string formula, double t, int bits) => Evaluator(t, bits).Evaluate(Formula.Parse(formula, RandomFormula.Parameters));

    private static BallEvaluator Evaluator(double t, int bits) => new(Ball.Of(BigReal.Of(t, bits)), bits, RandomFormula.Values);
}
