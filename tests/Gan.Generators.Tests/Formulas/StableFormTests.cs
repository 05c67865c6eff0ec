using CsCheck;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Tests.Properties;

namespace Gan.Generators.Tests.Formulas;

public class StableFormTests
{
    [Theory]
    [InlineData("log(1 + exp(t))", "softplus(t)")]
    [InlineData("log(exp(-t) + 1)", "softplus(-t)")]
    [InlineData("log1p(exp(t))", "softplus(t)")]
    [InlineData("log(1 / (1 + exp(-t)))", "-softplus(-t)")]
    [InlineData("-log(sigmoid(t))", "softplus(-t)")]
    [InlineData("log(1 - sigmoid(t))", "-softplus(t)")]
    [InlineData("-log(1 - 1 / (1 + exp(-t)))", "softplus(t)")]
    [InlineData("log(1 - exp(t) / (1 + exp(t)))", "-softplus(t)")]
    [InlineData("exp(t) / (1 + exp(t))", "sigmoid(t)")]
    [InlineData("1 / (1 + exp(-t))", "sigmoid(t)")]
    [InlineData("1 / (1 + exp(2 * t - 1))", "sigmoid(-2 * t + 1)")]
    [InlineData("2 / (2 + 2 * exp(t))", "sigmoid(-t)")]
    [InlineData("exp(t) / (exp(t) + exp(-t))", "sigmoid(2 * t)")]
    [InlineData("(exp(t) - exp(-t)) / (exp(t) + exp(-t))", "tanh(t)")]
    [InlineData("log(1 + exp(t)) - t", "softplus(-t)")]
    [InlineData("softplus(t - 1) - t + 1", "softplus(-t + 1)")]
    [InlineData("2 * log(1 + exp(t - 1)) - 2 * t", "2 * (softplus(-t + 1) - 1)")]
    [InlineData("0.5 * log(1 + exp(square(t) - t))", "0.5 * softplus(-t + square(t))")]
    [InlineData("log(exp(t))", "t")]
    [InlineData("exp(t) - 1", "expm1(t)")]
    [InlineData("-2 * (exp(t) - 1)", "-2 * expm1(t)")]
    [InlineData("log(1 + square(t))", "log1p(square(t))")]
    [InlineData("-log(2 - exp(logsigmoid(t)))", "-log1p(sigmoid(-t))")]
    [InlineData("-log(2 - sigmoid(t))", "-log1p(sigmoid(-t))")]
    [InlineData("log(1 + tanh(t))", "-softplus(-2 * t) + log(2)")]
    [InlineData("log(cosh(t))", "t + softplus(-2 * t) - log(2)")]
    [InlineData("exp(logsigmoid(t))", "sigmoid(t)")]
    [InlineData("1 - exp(-log(1 + exp(t)))", "sigmoid(t)")]
    [InlineData("exp(t) * sigmoid(-t)", "sigmoid(t)")]
    [InlineData("exp(t / 2) / (1 + exp(t))", "exp(0.5 * t - softplus(t))")]
    [InlineData("t * exp(t) / (1 + exp(t))", "t * sigmoid(t)")]
    [InlineData("log(exp(t) - 1)", "t + log(-expm1(-t))")]
    [InlineData("log(exp(2 * t) + exp(t) + 1)", "softplus(t) + softplus(2 * t - softplus(t))")]
    [InlineData("log(1 + sqrt(1 + exp(t)))", "softplus(0.5 * softplus(t))")]
    [InlineData("log(sigmoid(t) * sigmoid(-t))", "-softplus(t) - softplus(-t)")]
    [InlineData("square(sigmoid(t)) / sigmoid(t)", "sigmoid(t)")]
    [InlineData("square(exp(t) / (1 + exp(t)))", "square(sigmoid(t))")]
    [InlineData("pow(sigmoid(t), 3) / sigmoid(t)", "square(sigmoid(t))")]
    [InlineData("(1 - exp(-t)) / exp(-t)", "expm1(t)")]
    [InlineData("(2 - exp(-t)) / exp(-t)", "2 * exp(t) - 1")]
    [InlineData("expm1(-t) / exp(-t)", "-expm1(t)")]
    [InlineData("(1 - exp(-t)) / (1 + exp(-t))", "tanh(0.5 * t)")]
    [InlineData("(exp(t) - exp(-t)) / exp(t)", "-expm1(-2 * t)")]
    [InlineData("exp(t) / (exp(t) - 1)", "sigmoid(t) / tanh(0.5 * t)")]
    [InlineData("exp(-t / 2) * (exp(t) - 1)", "exp(-0.5 * t + softplus(t)) * tanh(0.5 * t)")]
    [InlineData("pow(exp(t) - 1, 2) / pow(exp(t) + 1, 2)", "square(tanh(0.5 * t))")]
    [InlineData("t * exp(t) - t", "t * expm1(t)")]
    [InlineData("2 * (sqrt(exp(t)) - 1)", "2 * expm1(0.5 * t)")]
    [InlineData("max(0, 1 + t) + log(1 + exp(t))", "relu(t + 1) + softplus(t)")]
    [InlineData("t > 0 ? log(1 + exp(t)) : exp(t) / (1 + exp(t))", "t > 0 ? softplus(t) : sigmoid(t)")]
    [InlineData("softplus(t)", "softplus(t)")]
    [InlineData("exp(t)", "exp(t)")]
    [InlineData("t * exp(-t)", "t * exp(-t)")]
    public void Rewrites(string formula, string expected)
    {
        var stable = StableForm.Rewrite(Formula.Parse(formula));
        Assert.Equal(expected, stable.ToString());
        Assert.Equal(stable, StableForm.Rewrite(stable));
    }

    [Theory]
    [InlineData("log(m + exp(t))", "softplus(t - log(m)) + log(m)")]
    [InlineData("exp(t) / (m + exp(t))", "sigmoid(t - log(m))")]
    [InlineData("log(s + exp(t))", "log1p((s - 1) * sigmoid(-t)) + softplus(t)")]
    [InlineData("s * exp(t) - s", "s * expm1(t)")]
    [InlineData("log(w * exp(t) / (w * exp(t) + 1 - w))", "-softplus(-t - log(w) + log(-w + 1)) - log(w) + log(-w / (w - 1)) + log(-w + 1)")]
    [InlineData("log(w * exp(t) + 1 - w)", "softplus(t + log(w) - log(-w + 1)) + log(-w + 1)")]
    [InlineData("w * log(w * exp(t) + 1 - w) - w * t", "w * (softplus(-t - log(w) + log(-w + 1)) + log(w))")]
    public void Uses_the_ranges_of_hyperparameters(string formula, string expected)
    {
        var ranges = new Dictionary<string, Interval> { ["m"] = Interval.Of(0, double.PositiveInfinity, lowOpen: true), ["w"] = Interval.Of(0, 1, lowOpen: true, highOpen: true) };
        Assert.Equal(expected, StableForm.Rewrite(Formula.Parse(formula, "m", "s", "w"), ranges).ToString());
    }

    /// <summary>What people copy from papers, at logits where the literal form gives infinity or NaN.</summary>
    [Theory]
    [InlineData("log(1 + exp(t))")]
    [InlineData("-log(1 / (1 + exp(-t)))")]
    [InlineData("-log(sigmoid(t))")]
    [InlineData("-log(1 - sigmoid(t))")]
    [InlineData("exp(t) / (1 + exp(t))")]
    [InlineData("1 / (1 + exp(-t))")]
    [InlineData("-log(2 - exp(-log(1 + exp(-t))))")]
    [InlineData("-log(2 - exp(logsigmoid(t)))")]
    [InlineData("log(1 + exp(3 * t - 2)) / 3")]
    [InlineData("log(exp(t) + exp(-t))")]
    [InlineData("(exp(t) - exp(-t)) / (exp(t) + exp(-t))")]
    [InlineData("log(1 + exp(t)) - 0.1 * t")]
    [InlineData("exp(t) * exp(t) / square(1 + exp(t))")]
    [InlineData("exp(t) / square(1 + exp(t))")]
    [InlineData("log(1 + exp(t) + exp(2 * t))")]
    [InlineData("square(log(1 + exp(-t)))")]
    [InlineData("-log(sigmoid(t)) * (1 - sigmoid(t))")]
    [InlineData("log(t / (1 + exp(t)))")]
    public void Stays_finite_and_right_in_float32(string formula)
    {
        var literal = Formula.Parse(formula);
        var stable = StableForm.Rewrite(literal);
        foreach (var t in new[] { -1e4, -300, -100, -17, -1, -1e-3, 0, 1e-3, 1, 17, 100, 300, 1e4 })
        {
            if (BigEvaluator.Evaluate(literal, t, RandomFormula.Values) is not { } exact) continue;
            var expected = exact.ToDouble();
            var actual = SingleEvaluator.Evaluate(stable, (float)t, RandomFormula.Values);
            Assert.True(Math.Abs(actual - expected) <= 1e-5 * Math.Abs(expected) + 1e-30, $"{stable} is {actual} at {t}, not {expected}");
        }
    }

    /// <summary>
    /// Quotients and products of exponentials and of weighted sums of them, and logarithms of the latter, whatever sign the weights have:
    /// wherever the value is a float32 of ordinary size the stable form has it.
    /// </summary>
    [Fact, Trait("Category", "Property")]
    public void The_algebra_of_exponentials_is_right_in_float32() => Gen.Select(Exponentials, Gen.Float[-100, 100]).Holds(4000, atLeast: 800, static sample =>
    {
        var (formula, t) = sample;
        if (BigEvaluator.Evaluate(formula, t, RandomFormula.Values) is not { Magnitude: > -90 and < 120 } exact || !IsSmoothAt(formula, t)) return false;
        // Where its own terms cancel no form is to blame.
        if (formula.Nodes().Any(node => BigEvaluator.Evaluate(node, t, RandomFormula.Values) is not { } value
            || (node is Sum sum && sum.Terms.Any(term => BigEvaluator.Evaluate(term, t, RandomFormula.Values)!.Value.Magnitude > value.Magnitude + 4)))) return false;
        var stable = StableForm.Rewrite(formula);
        if (OverflowFinder.Find(stable, RandomFormula.Values) is not null) return false;
        var (expected, actual) = (exact.ToDouble(), SingleEvaluator.Evaluate(stable, t, RandomFormula.Values));
        Assert.True(Math.Abs(actual - expected) <= (1e-3 * Math.Abs(expected)) + 1e-6, $"{formula} is {expected:R} at {t:R}, but {stable} is {actual:R}");
        return true;
    });

    private static readonly Gen<Expr> Exponential = Gen.OneOfConst(-2, -1, -0.5, 0.5, 1, 2.0).Select(static rate => Functions.Exp.Of(rate * Expr.T));

    private static readonly Gen<Expr> Weight = Gen.OneOfConst<Expr>(-2, -1, 0.3, 1, 3, new Parameter("m"), new Parameter("s"));

    private static readonly Gen<Expr> WeightedSum = Gen.Select(Exponential, Weight, Gen.OneOf(Exponential, Gen.Const(Expr.One)), Weight).Select(static (a, v, b, w) => (Expr)((v * a) + (w * b)));

    private static readonly Gen<Expr> Positive = Gen.Select(Exponential, Gen.OneOf(Exponential, Gen.Const(Expr.One))).Select(static (a, b) => (Expr)(a + (2 * b)));

    private static readonly Gen<Expr> Exponentials = Gen.OneOf(
        Gen.Select(WeightedSum, Exponential).Select(static (n, d) => (Expr)new Quotient(n, d)),
        Gen.Select(WeightedSum, Positive).Select(static (n, d) => (Expr)new Quotient(n, d)),
        Gen.Select(Exponential, WeightedSum).Select(static (n, d) => (Expr)new Quotient(n, d)),
        Gen.Select(WeightedSum, Exponential).Select(static (n, d) => (Expr)new Product(new([n, d]))),
        WeightedSum.Select(static x => Functions.Log.Of(x)),
        Gen.Select(Weight, WeightedSum).Select(static (w, x) => w * Functions.Log.Of(x)));

    [Fact, Trait("Category", "Property")]
    public void Keeps_the_meaning() => Gen.Select(RandomFormula.Any, Gen.Double[-6, 6]).Holds(1500, atLeast: 500, static sample =>
    {
        var (formula, t) = sample;
        if (BigEvaluator.Evaluate(formula, t, RandomFormula.Values) is not { } before) return false;
        var stable = StableForm.Rewrite(formula);
        var after = BigEvaluator.Evaluate(stable, t, RandomFormula.Values);
        var size = formula.Nodes().Concat(stable.Nodes()).Max(n => BigEvaluator.Evaluate(n, t, RandomFormula.Values)?.Magnitude ?? 0);
        if (size > 60 || !IsSmoothAt(formula, t)) return false;
        // Folding numbers rounds to double precision: 53 bits, less what cancels.
        Assert.True(after is { } a && (a - before).Magnitude < size - 30, $"{formula} at {t:R} is {before.ToDouble():R}, but {stable} is {after?.ToDouble():R}");
        return true;
    });

    /// <summary>A stable form may lose a few bits to the literal one, never a value.</summary>
    [Fact, Trait("Category", "Property")]
    public void Is_never_worse_than_the_literal_form() => Gen.Select(RandomFormula.Any, Gen.OneOf(Gen.Float[-6, 6], Gen.Float[-200, 200])).Holds(3000, atLeast: 1000, static sample =>
    {
        var (formula, t) = sample;
        var literal = Simplifier.Simplify(formula);
        if (BigEvaluator.Evaluate(literal, t, RandomFormula.Values) is not { } exact || !IsSmoothAt(literal, t)) return false;
        var expected = exact.ToDouble();
        var before = Math.Abs(SingleEvaluator.Evaluate(literal, t, RandomFormula.Values) - expected);
        if (!(before <= 1e-4 * Math.Abs(expected))) return false;
        var stable = StableForm.Rewrite(formula);
        var after = Math.Abs(SingleEvaluator.Evaluate(stable, t, RandomFormula.Values) - expected);
        Assert.True(after <= Math.Max(1e-3 * Math.Abs(expected), 1e-30), $"{literal} is {expected:R} at {t:R} with error {before:R}, but {stable} has error {after:R}");
        return true;
    });

    [Fact, Trait("Category", "Property")]
    public void Is_idempotent() => RandomFormula.Any.Holds(2000, atLeast: 2000, static formula =>
    {
        var once = StableForm.Rewrite(formula);
        var twice = StableForm.Rewrite(once);
        Assert.True(once.Equals(twice), $"{formula} becomes {once}, then {twice}");
        return true;
    });

    [Theory]
    [InlineData("exp(t)", "exp(t)", 88.75, double.PositiveInfinity)]
    [InlineData("t + exp(-2 * t)", "exp(-2 * t)", -44.5, double.PositiveInfinity)]
    [InlineData("exp(t) * log(1 + exp(-t))", "exp(t)", 88.75, double.PositiveInfinity)]
    [InlineData("log(t - 3)", "log(t - 3)", 0, double.NaN)]
    [InlineData("1 / t", "1 / t", 0, double.PositiveInfinity)]
    public void Finds_what_overflows(string formula, string part, double logit, double value)
    {
        var found = OverflowFinder.Find(StableForm.Rewrite(Formula.Parse(formula)), RandomFormula.Values);
        Assert.Equal((part, logit, value), (found!.Part.ToString(), found.Logit, found.Value));
    }

    /// <summary>The product of three factors of up to 1e16 comes before the fourth, which would make it small again.</summary>
    [Fact]
    public void Finds_a_part_that_overflows_before_a_small_factor_comes()
    {
        const string eighth = "square(square(square({0})))";
        var product = $"{eighth.Replace("{0}", "t", StringComparison.Ordinal)} * {eighth.Replace("{0}", "t + 1", StringComparison.Ordinal)} * {eighth.Replace("{0}", "t - 1", StringComparison.Ordinal)} * tanh(1e-30 * t)";
        var found = OverflowFinder.Find(StableForm.Rewrite(Formula.Parse(product)), RandomFormula.Values);
        // (t³ - t)⁸ reaches 2^128 where t³ - t is 65536, at t = 40.3.
        Assert.Equal((40.5, double.PositiveInfinity), (Math.Abs(found!.Logit), found.Value));
    }

    [Theory]
    [InlineData("softplus(t) + square(t)")]
    [InlineData("t > 0 ? 1 + t : exp(t)")]
    [InlineData("log(1 + exp(3 * t))")]
    public void Finds_nothing_where_all_is_finite(string formula) =>
        Assert.Null(OverflowFinder.Find(StableForm.Rewrite(Formula.Parse(formula)), RandomFormula.Values));

    private static bool IsSmoothAt(Expr formula, double t) => formula.Nodes().All(node =>
        BigEvaluator.Evaluate(node, t, RandomFormula.Values) is { } value
        && BigEvaluator.Evaluate(node, t + 1e-9, RandomFormula.Values) is { } after
        && BigEvaluator.Evaluate(node, t - 1e-9, RandomFormula.Values) is { } before
        && Math.Max((after - value).Magnitude, (value - before).Magnitude) < Math.Max(value.Magnitude, 0) - 15);
}
