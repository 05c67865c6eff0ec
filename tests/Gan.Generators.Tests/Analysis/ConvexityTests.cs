using Gan.Generators.Analysis;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Tests.Formulas;

namespace Gan.Generators.Tests.Analysis;

public class ConvexityTests
{
    [Theory]
    [InlineData("3 * t - 1")]
    [InlineData("softplus(t) - 0.9 * t")]
    [InlineData("max(0, 1 + t)")]
    [InlineData("max(t, max(-2 * t, 1))")]
    [InlineData("square(max(0, 1 + 3 * t))")]
    [InlineData("abs(t - 0.1)")]
    [InlineData("leaky_relu(t, 0.2)")]
    [InlineData("t > 0 ? 1 + t : exp(t)")]
    [InlineData("abs(t) < 1 ? t * t / 2 : abs(t) - 0.5")]
    [InlineData("t * t - 2 * t + 1")]
    [InlineData("pow(t, 4) - 4 * t")]
    [InlineData("exp(t) - t")]
    [InlineData("log(exp(t) + exp(-t))")]
    [InlineData("sqrt(1 + t * t)")]
    [InlineData("t * sigmoid(t) + t * t")]
    [InlineData("-logsigmoid(t) + softplus(t)")]
    public void Convex_functions_are_proved_convex(string formula) => Assert.IsType<Verdict.Proved>(Convexity.OnLine(Formula.Parse(formula)));

    [Theory]
    [InlineData("-softplus(t)")]
    [InlineData("-abs(t)")]
    [InlineData("min(t, 0)")]
    [InlineData("tanh(t)")]
    [InlineData("sigmoid(t)")]
    [InlineData("t > 0 ? 1 : 0")]
    [InlineData("t > 0 ? t + 1 : -t")]
    [InlineData("square(sign(t))")]
    [InlineData("abs(t) > 0 ? 1 : 0")]
    [InlineData("logsigmoid(exp(sign(abs(t))))")]
    [InlineData("t > 0 ? t : 2 * t")]
    [InlineData("leaky_relu(t, 1.5)")]
    [InlineData("sin(t)")]
    [InlineData("pow(t, 3)")]
    [InlineData("t * t - 1.001 * abs(t)")]
    [InlineData("log(1 + t * t)")]
    public void Other_functions_are_refuted(string formula) => Assert.IsType<Verdict.Refuted>(Convexity.OnLine(Formula.Parse(formula)));

    /// <summary>The second derivative of -t²/10 - t is a number: there is no t to name.</summary>
    [Fact]
    public void A_number_is_called_negative()
        => Assert.Equal("the second derivative -0.2 is negative", Convexity.OnLine(Formula.Parse("-0.1 * t * t - t")).Reason);

    /// <summary>Over the numbers from 0 on: t³ bends up there, √t has a value, and -|t| is a line.</summary>
    [Theory]
    [InlineData("pow(t, 3)", '+')]
    [InlineData("-sqrt(t + 1)", '+')]
    [InlineData("-abs(t)", '+')]
    [InlineData("tanh(t)", '-')]
    [InlineData("-abs(t - 1)", '-')]
    public void Only_the_range_counts(string formula, char expected) => Assert.Equal(expected, Convexity.Of(new(Formula.Parse(formula), Interval.AtLeast(0))).Letter());

    [Theory]
    [InlineData("log(t)")]
    [InlineData("1 / t")]
    [InlineData("sqrt(t - 1)")]
    public void What_is_not_defined_everywhere_is_unknown(string formula) => Assert.IsType<Verdict.Unknown>(Convexity.OnLine(Formula.Parse(formula)));

    [Theory]
    [InlineData("u * log(u)")]
    [InlineData("-log(u)")]
    [InlineData("pow(u - 1, 2)")]
    [InlineData("pow(1 - u, 2) / u")]
    [InlineData("pow(sqrt(u) - 1, 2)")]
    [InlineData("u * log(u) - (u + 1) * log((u + 1) / 2)")]
    [InlineData("u * log(u) - (u + 1) * log(u + 1)")]
    [InlineData("pow(u - 1, 2) / (u + 1)")]
    [InlineData("abs(u - 1) / 2")]
    [InlineData("(pow(u, 3) - 3 * u + 2) / 6")]
    [InlineData("-4 * (sqrt(u) - 1)")]
    [InlineData("max(u, 1)")]
    public void Generators_of_divergences_are_convex(string f) => Assert.IsType<Verdict.Proved>(Convexity.OnPositives(Analysed.OfRatio(f)));

    [Theory]
    [InlineData("-(u * log(u))")]
    [InlineData("log(u)")]
    [InlineData("sqrt(u)")]
    [InlineData("u * u - pow(u, 3)")]
    [InlineData("-abs(u - 1)")]
    public void Other_functions_of_the_ratio_are_refuted(string f) => Assert.True(Assert.IsType<Verdict.Refuted>(Convexity.OnPositives(Analysed.OfRatio(f))).Witness > 0);

    // On the line these are not convex: only u > 0 counts.
    [Theory]
    [InlineData("pow(u, 3)")]
    [InlineData("abs(u + 1) - abs(u)")]
    public void Only_positive_ratios_count(string f)
    {
        Assert.IsType<Verdict.Proved>(Convexity.OnPositives(Analysed.OfRatio(f)));
        Assert.IsNotType<Verdict.Proved>(Convexity.OnLine(Analysed.OfRatio(f)));
    }
}
