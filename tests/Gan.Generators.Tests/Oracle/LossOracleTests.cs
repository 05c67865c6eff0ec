using Gan.Generators.Oracle;

namespace Gan.Generators.Tests.Oracle;

/// <summary>What losses have to be, against closed forms worked out by hand.</summary>
public sealed class LossOracleTests
{
    private static double Exp(double x) => Math.Exp(x);

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Exp(-Math.Abs(x))) is var sum && x < -30 ? Exp(x) : Math.Max(x, 0) + Math.Log(1 + Exp(-Math.Abs(x)));

    private static double Sigmoid(double x) => 1 / (1 + Exp(-x));

    /// <summary>Where double precision cancels, overflows or underflows, the declared formula still has its value.</summary>
    [Theory]
    [InlineData("log(1 + exp(-t))", 100, 3.720075976020836e-44, -3.720075976020836e-44)]
    [InlineData("log(1 + exp(-t))", -1000, 1000, -1)]
    [InlineData("log(1 + exp(-t))", 1000, 0, 0)]
    [InlineData("-log(1 - sigmoid(t))", 1000, 1000, 1)]
    [InlineData("-log(1 - sigmoid(t))", 40, 40, 1)]
    [InlineData("exp(t) * log(1 + exp(-t))", 1000, 1, 0)]
    [InlineData("exp(t) / (1 + exp(t))", 1000, 1, 0)]
    [InlineData("log(exp(t) + exp(-t))", -1000, 1000, -1)]
    [InlineData("(1 - exp(-t)) / exp(-t)", 1e-6, 1.0000005000001667e-06, 1.0000010000005)]
    [InlineData("exp(t)", 1000, double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("0.1 * t", 3, 0.30000000000000004, 0.1)]
    [InlineData("square(t)", 0, 0, 0)]
    [InlineData("relu(t)", 0, 0, 0)]
    [InlineData("max(t, t * t)", 1, 1, 1.5)]
    [InlineData("1 / t", 0, double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData("log(t)", -1, double.NaN, -1)]
    public void A_formula_has_its_value_and_slope(string formula, double logit, double value, double slope)
    {
        var oracle = Declared.Oracles($"[GanObjective(Real = \"-t\", Fake = \"{formula}\", Generator = \"-t\")]").Fake;
        var (actualValue, actualSlope) = oracle.At(logit);
        Near(value, actualValue, $"{formula} at {logit}");
        Near(slope, actualSlope, $"the slope of {formula} at {logit}");
    }

    [Fact]
    public void A_pair_is_mirrored()
    {
        var oracles = Declared.Oracles("[GanObjective(FD = \"exp(2 * t)\", FG = \"square(t - 1)\")]");
        Same(static t => (Exp(-2 * t), -2 * Exp(-2 * t)), oracles.Real);
        Same(static t => (Exp(2 * t), 2 * Exp(2 * t)), oracles.Fake);
        Same(static t => ((t + 1) * (t + 1), 2 * (t + 1)), oracles.Generator);
        Same(static t => ((1 - t) * (1 - t), -2 * (1 - t)), oracles.Generator.Mirrored());
        Same(static t => (Exp(2 * t) + Exp(-2 * t), (2 * Exp(2 * t)) - (2 * Exp(-2 * t))), oracles.Real.Plus(oracles.Fake));
    }

    [Fact]
    public void Smoothed_labels_mix_both_losses()
    {
        var oracle = Declared.Oracles("[GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\")] [LabelSmoothing(0.75)]").Real;
        Same(static t => ((0.75 * Softplus(-t)) + (0.25 * Softplus(t)), (-0.75 * Sigmoid(-t)) + (0.25 * Sigmoid(t))), oracle);
    }

    [Fact]
    public void Hyperparameters_have_their_defaults()
    {
        var oracle = Declared.Oracles("[GanObjective(FD = \"max(0, margin + t)\", FG = \"t\")]", "[Hyperparameter] public double Margin { get; init; } = 2.5;").Fake;
        Assert.Equal((2, 1), oracle.At(-0.5));
        Assert.Equal((0, 0), oracle.At(-3));
    }

    [Fact]
    public void The_generators_loss_is_minus_that_of_fakes_unless_it_does_not_saturate()
    {
        Same(static t => (-Exp(t), -Exp(t)), Declared.Oracles("[FDivergence(\"u * log(u)\")]").Generator);
        Same(static t => (-t - 1, -1), Declared.Oracles("[FDivergence(\"u * log(u)\", NonSaturating = true)]").Generator);
    }

    /// <summary>Nowozin, Cseke and Tomioka 2016, table 2, with T = f'(e^v): the losses -T and f*(T), differentiated by hand.</summary>
    [Fact]
    public void Divergences_are_those_of_the_paper()
    {
        (string F, Func<double, (double, double)> Real, Func<double, (double, double)> Fake)[] divergences =
        [
            ("u * log(u)", static v => (-1 - v, -1), static v => (Exp(v), Exp(v))),
            ("-log(u)", static v => (Exp(-v), -Exp(-v)), static v => (v - 1, 1)),
            ("pow(u - 1, 2)", static v => (-2 * (Exp(v) - 1), -2 * Exp(v)), static v => (Exp(2 * v) - 1, 2 * Exp(2 * v))),
            ("pow(sqrt(u) - 1, 2)", static v => (Exp(-v / 2) - 1, -Exp(-v / 2) / 2), static v => (Exp(v / 2) - 1, Exp(v / 2) / 2)),
            ("u * log(u) - (u + 1) * log((u + 1) / 2)", static v => (Softplus(-v) - Math.Log(2), -Sigmoid(-v)), static v => (Softplus(v) - Math.Log(2), Sigmoid(v))),
            ("abs(u - 1) / 2", static v => (-0.5 * Math.Tanh(v), -0.5 * (1 - (Math.Tanh(v) * Math.Tanh(v)))), static v => (0.5 * Math.Tanh(v), 0.5 * (1 - (Math.Tanh(v) * Math.Tanh(v))))),
        ];
        foreach (var (f, real, fake) in divergences)
        {
            var oracles = Declared.Oracles($"[FDivergence(\"{f}\")]");
            Same(real, oracles.Real, f);
            Same(fake, oracles.Fake, f);
        }
    }

    private static void Same(Func<double, (double Value, double Slope)> expected, LossOracle oracle, string what = "")
    {
        foreach (var t in new[] { 0, 1e-6, -0.5, 0.5, 3, -3, 20, -20 })
        {
            var (value, slope) = oracle.At(t);
            Near(expected(t).Value, value, $"{what} at {t}");
            Near(expected(t).Slope, slope, $"the slope of {what} at {t}");
        }
    }

    // The closed forms here are in double precision themselves.
    private static void Near(double expected, double actual, string what)
        => Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-13 * Math.Abs(expected) + 1e-16, $"{what} is {expected:R}, not {actual:R}");
}
