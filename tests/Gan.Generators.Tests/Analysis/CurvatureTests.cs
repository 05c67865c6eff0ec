using System.Globalization;
using Gan.Generators.Analysis;
using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Oracle;
using Gan.Generators.Tests.Formulas;

namespace Gan.Generators.Tests.Analysis;

/// <summary>The rules of composition: what they find of each function on both sides of its conditions, and that no claim of theirs is false.</summary>
public sealed class CurvatureTests
{
    private const double Inf = double.PositiveInfinity;

    private static readonly string[] s_outer =
    [
        "softplus({0})", "logsigmoid({0})", "sigmoid({0})", "tanh({0})", "exp({0})", "expm1({0})", "relu({0})", "abs({0})", "square({0})", "log({0})", "log1p({0})", "sqrt({0})",
        "leaky_relu({0}, 0.2)", "leaky_relu({0}, 1.5)", "leaky_relu({0}, -0.5)", "elu({0}, 0.5)", "elu({0}, 1.5)", "elu({0}, -1)",
        "pow({0}, 4)", "pow({0}, 3)", "pow({0}, 2)", "pow({0}, 1.5)", "pow({0}, 1)", "pow({0}, 0.5)", "pow({0}, 0)", "pow({0}, -1)", "pow({0}, -2)", "pow({0}, 2.5)",
        "max({0}, 0.5)", "min({0}, 0.5)", "max({0}, t)", "min({0}, t)", "2 * ({0})", "-2 * ({0})", "({0}) / 3", "({0}) / (-3)", "1 / ({0})", "t * ({0})", "softplus(t) + ({0})", "({0}) - abs(t)", "sin({0})",
    ];

    private static readonly string[] s_inner = ["t", "-t", "2 * t - 1", "exp(t)", "-exp(t)", "softplus(t)", "-softplus(-t)", "square(t)", "-square(t)", "tanh(t)", "2 + logsigmoid(t)", "3 - abs(t)", "sqrt(t)"];

    private static readonly (double Low, double High)[] s_ranges = [(-Inf, Inf), (0, Inf), (-Inf, 0), (1, 3), (-3, -1), (-1, 2)];

    [Theory]
    [InlineData("2", -Inf, Inf, "Line")]
    [InlineData("3 * t - 1", -Inf, Inf, "Line")]
    [InlineData("t / 3", -Inf, Inf, "Line")]
    [InlineData("softplus(t)", -Inf, Inf, "Convex")]
    [InlineData("exp(1 - t)", -Inf, Inf, "Convex")]
    [InlineData("expm1(t)", -Inf, Inf, "Convex")]
    [InlineData("relu(t)", -Inf, Inf, "Convex")]
    [InlineData("logsigmoid(t)", -Inf, Inf, "Concave")]
    [InlineData("log(t)", 1, 2, "Concave")]
    [InlineData("log1p(t)", 0, 2, "Concave")]
    [InlineData("sqrt(t)", 1, 4, "Concave")]
    [InlineData("abs(t)", -Inf, Inf, "Convex")]
    [InlineData("square(t - 1)", -Inf, Inf, "Convex")]
    [InlineData("2 * softplus(t)", -Inf, Inf, "Convex")]
    [InlineData("0 * softplus(t)", -Inf, Inf, "Convex")]
    [InlineData("-2 * softplus(t)", -Inf, Inf, "Concave")]
    [InlineData("m * softplus(t)", -Inf, Inf, "Unknown")]
    [InlineData("softplus(t) / 2", -Inf, Inf, "Convex")]
    [InlineData("softplus(t) / (-2)", -Inf, Inf, "Concave")]
    [InlineData("softplus(t) / m", -Inf, Inf, "Unknown")]
    [InlineData("t * softplus(t)", -Inf, Inf, "Unknown")]
    [InlineData("1 / t", 1, 2, "Unknown")]
    [InlineData("softplus(t) + abs(t)", -Inf, Inf, "Convex")]
    [InlineData("softplus(t) - abs(t)", -Inf, Inf, "Unknown")]
    [InlineData("max(t, softplus(-t))", -Inf, Inf, "Convex")]
    [InlineData("max(t, -softplus(-t))", -Inf, Inf, "Unknown")]
    [InlineData("max(-softplus(-t), t)", -Inf, Inf, "Unknown")]
    [InlineData("min(t, -softplus(-t))", -Inf, Inf, "Concave")]
    [InlineData("min(t, softplus(-t))", -Inf, Inf, "Unknown")]
    [InlineData("sigmoid(t)", -3, 0, "Convex")]
    [InlineData("sigmoid(t)", 0, 3, "Concave")]
    [InlineData("sigmoid(t)", -1, 1, "Unknown")]
    [InlineData("tanh(t)", -3, 0, "Convex")]
    [InlineData("tanh(t)", 0, 3, "Concave")]
    [InlineData("leaky_relu(t, 0)", -Inf, Inf, "Convex")]
    [InlineData("leaky_relu(t, 1)", -Inf, Inf, "Convex")]
    [InlineData("leaky_relu(t, 1.01)", -Inf, Inf, "Unknown")]
    [InlineData("leaky_relu(t, -0.01)", -Inf, Inf, "Unknown")]
    [InlineData("leaky_relu(t, m)", -Inf, Inf, "Unknown")]
    [InlineData("leaky_relu(t, t)", 0, 1, "Unknown")]
    [InlineData("elu(t, 0.5)", -Inf, Inf, "Convex")]
    [InlineData("elu(t, 1.5)", -Inf, Inf, "Unknown")]
    [InlineData("pow(t, 4)", -Inf, Inf, "Convex")]
    [InlineData("pow(t, 2)", -Inf, Inf, "Convex")]
    [InlineData("pow(t, 3)", 0, Inf, "Convex")]
    [InlineData("pow(t, 3)", -Inf, 0, "Concave")]
    [InlineData("pow(t, 3)", -1, 1, "Unknown")]
    [InlineData("pow(t, 1)", 0, 1, "Convex")]
    [InlineData("pow(t, 1.5)", 0, 4, "Convex")]
    [InlineData("pow(t, 0.5)", 0, 4, "Concave")]
    [InlineData("pow(t, 0)", 0, 4, "Concave")]
    [InlineData("pow(t, -1)", 1, 2, "Convex")]
    [InlineData("pow(t, -1)", -2, -1, "Unknown")]
    [InlineData("pow(t, -1)", -1, 1, "Unknown")]
    [InlineData("pow(t, m)", 1, 2, "Unknown")]
    [InlineData("exp(softplus(t))", -Inf, Inf, "Convex")]
    [InlineData("exp(logsigmoid(t))", -Inf, Inf, "Unknown")]
    [InlineData("logsigmoid(-softplus(t))", -Inf, Inf, "Concave")]
    [InlineData("square(softplus(t))", -Inf, Inf, "Convex")]
    [InlineData("square(-softplus(t))", -Inf, Inf, "Convex")]
    [InlineData("square(logsigmoid(t))", -Inf, Inf, "Convex")]
    [InlineData("abs(-exp(t))", -Inf, Inf, "Convex")]
    [InlineData("square(tanh(t))", -1, 1, "Unknown")]
    [InlineData("pow(2 + logsigmoid(t), -1)", 0, 10, "Convex")]
    [InlineData("pow(2 + softplus(t), -1)", 0, 10, "Unknown")]
    [InlineData("sin(t)", -Inf, Inf, "Unknown")]
    [InlineData("t > 0 ? t : 0", -Inf, Inf, "Unknown")]
    public void Rules_of_composition(string formula, double low, double high, string expected)
        => Assert.Equal(expected, Curvatures.Of(Formula.Parse(formula, "m"), Interval.Of(low, high)).ToString());

    [Fact]
    public void No_composition_is_claimed_to_bend_the_wrong_way()
    {
        var claims = 0;
        foreach (var outer in s_outer)
        {
            foreach (var inner in s_inner)
            {
                var formula = Formula.Parse(string.Format(CultureInfo.InvariantCulture, outer, inner));
                foreach (var (low, high) in s_ranges)
                {
                    var curvature = Curvatures.Of(formula, Interval.Of(low, high));
                    // The rules are only to be trusted where there is a value all over the range.
                    if (curvature == Curvature.Unknown || IntervalEvaluator.Evaluate(formula, Interval.Of(low, high)).IsPartial) continue;
                    claims++;
                    foreach (var bend in Bends(formula, Math.Max(low, -4), Math.Min(high, 4)))
                    {
                        Assert.False(curvature.HasFlag(Curvature.Convex) && bend < 0, $"{formula} is not convex over {low} to {high}");
                        Assert.False(curvature.HasFlag(Curvature.Concave) && bend > 0, $"{formula} is not concave over {low} to {high}");
                    }
                }
            }
        }

        Assert.True(claims > 800, $"Only {claims} claims were made.");
    }

    /// <summary>The signs of f(x) + f(y) − 2 f((x + y)/2) for x and y on a grid of eighths.</summary>
    private static IEnumerable<int> Bends(Expr formula, double low, double high)
    {
        var values = new Dictionary<double, Ball?>();
        for (var x = low; x <= high; x += 0.5)
        {
            foreach (var width in new[] { 0.25, 1, 3 })
            {
                if (x + width <= high && At(x) is { } a && At(x + width) is { } b && At(x + (width / 2)) is { } c && (a + b - c - c).Sign is { } sign)
                    yield return sign;
            }
        }

        Ball? At(double t)
        {
            if (!values.TryGetValue(t, out var value))
                values.Add(t, value = new BallEvaluator(Ball.Of(BigReal.Of(t, 256)), 256, new Dictionary<string, double>()).Evaluate(formula));
            return value;
        }
    }
}
