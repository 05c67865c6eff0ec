using CsCheck;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Tests.Properties;

namespace Gan.Generators.Tests.Formulas;

public class SimplifierTests
{
    [Theory]
    [InlineData("max(0, 1 + t)", "relu(t + 1)")]
    [InlineData("max(t, 0)", "relu(t)")]
    [InlineData("Math.Max(0, 1 - t)", "relu(-t + 1)")]
    [InlineData("min(0, t)", "-relu(-t)")]
    [InlineData("t > 0 ? t : 0", "relu(t)")]
    [InlineData("0 < t ? t : 0", "relu(t)")]
    [InlineData("t <= 0 ? 0 : t", "relu(t)")]
    [InlineData("max(t, -t)", "abs(t)")]
    [InlineData("pow(t, 2)", "square(t)")]
    [InlineData("t * t", "square(t)")]
    [InlineData("pow(1 - t, 2)", "square(t - 1)")]
    [InlineData("pow(-t - 1, 2)", "square(t + 1)")]
    [InlineData("t * t * t", "pow(t, 3)")]
    [InlineData("-logsigmoid(t)", "softplus(-t)")]
    [InlineData("-logsigmoid(-t)", "softplus(t)")]
    [InlineData("logsigmoid(t)", "-softplus(-t)")]
    [InlineData("1 - sigmoid(t)", "sigmoid(-t)")]
    [InlineData("2 - 2 * sigmoid(2 * t)", "2 * sigmoid(-2 * t)")]
    [InlineData("-(-t)", "t")]
    [InlineData("t - t", "0")]
    [InlineData("t + 2 * t", "3 * t")]
    [InlineData("1 + t + 1 - t", "2")]
    [InlineData("1 / 2", "0.5")]
    [InlineData("t / 2", "0.5 * t")]
    [InlineData("t / 3", "t / 3")]
    [InlineData("exp(t) * exp(-2 * t)", "exp(-t)")]
    [InlineData("t / exp(t)", "t * exp(-t)")]
    [InlineData("log(exp(t + 1))", "t + 1")]
    [InlineData("sqrt(t * t)", "abs(t)")]
    [InlineData("abs(-2 * t)", "2 * abs(t)")]
    [InlineData("tanh(-t)", "-tanh(t)")]
    [InlineData("log(2)", "log(2)")]
    [InlineData("exp(0) + cos(0)", "2")]
    [InlineData("2 > 1 ? t : -t", "t")]
    [InlineData("1 - 2 * t > -3 ? t : 1", "t >= 2 ? 1 : t")]
    [InlineData("t > 1 - t ? t : 1", "t > 0.5 ? t : 1")]
    [InlineData("0.5 * t > 1 ? t : 1", "t > 2 ? t : 1")]
    [InlineData("-0.5 * t > 1 ? t : 1", "t >= -2 ? 1 : t")]
    // A factor goes to the branch that is not 0, so that nothing infinite in it meets the 0.
    [InlineData("(t > 0 ? exp(t) : 0) * t", "t > 0 ? t * exp(t) : 0")]
    [InlineData("-(t > 0 ? 0 : exp(t))", "t > 0 ? 0 : -exp(t)")]
    [InlineData("-(t - 1)", "-t + 1")]
    [InlineData("softplus(t) - 0", "softplus(t)")]
    [InlineData("0 * t + 1 * t", "t")]
    public void Writes_the_canonical_form(string formula, string expected) =>
        Assert.Equal(expected, Simplifier.Simplify(Formula.Parse(formula)).ToString());

    [Fact, Trait("Category", "Property")]
    public void Keeps_the_meaning() => RandomFormula.Any.Select(Gen.Double[-6, 6]).Holds(3000, atLeast: 1000, static sample =>
    {
        var (formula, t) = sample;
        var before = formula.Evaluate(t, RandomFormula.Values);
        var simplified = Simplifier.Simplify(formula);
        if (!Comparable(formula, t)) return false;
        var after = simplified.Evaluate(t, RandomFormula.Values);
        Assert.True(Near(before, after), $"at {t:R}: {formula} = {before:R}, but {simplified} = {after:R}");
        return true;
    }, Print);

    [Fact, Trait("Category", "Property")]
    public void Is_idempotent() => RandomFormula.Any.Holds(3000, atLeast: 3000, static formula =>
    {
        var once = Simplifier.Simplify(formula);
        var twice = Simplifier.Simplify(once);
        Assert.True(once.Equals(twice), $"{formula} becomes {once}, then {twice}");
        return true;
    });

    private static string Print((Expr, double) sample) => $"{sample.Item1} at {sample.Item2:R}";

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-6 * (1 + Math.Abs(a));

    // A point is left out where the formula is undefined, jumps or is too steep to compare rounded values.
    private static bool Comparable(Expr formula, double t)
    {
        var middle = formula.Evaluate(t, RandomFormula.Values);
        if (double.IsNaN(middle) || Math.Abs(middle) > 1e6) return false;
        foreach (var node in formula.Nodes())
        {
            var value = node.Evaluate(t, RandomFormula.Values);
            if (double.IsNaN(value) || Math.Abs(value) > 1e6) return false;
            if (node is Quotient q && Math.Abs(q.Denominator.Evaluate(t, RandomFormula.Values)) < 1e-3) return false;
            foreach (var step in new[] { -1e-9, 1e-9 })
            {
                if (!Near(value, node.Evaluate(t + step, RandomFormula.Values))) return false;
            }
        }

        return true;
    }
}
