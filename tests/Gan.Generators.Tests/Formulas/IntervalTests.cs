using CsCheck;
using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Tests.Properties;

namespace Gan.Generators.Tests.Formulas;

public class IntervalTests
{
    private static readonly Gen<double> Number = Gen.Frequency(
        (4, Gen.Double[-5, 5]),
        (1, Gen.Double[-1000, 1000]),
        (1, Gen.OneOfConst(0, 1, -1, 0.5, -2, 1e-300, -1e-9, 1e8, Math.PI)));

    [Theory]
    [InlineData("softplus(t)", "(0, Infinity)")]
    [InlineData("sigmoid(t) * sigmoid(-t)", "(0, 1)")]
    [InlineData("-exp(-t)", "(-Infinity, 0)")]
    [InlineData("square(t) + 1", "[1, Infinity)")]
    [InlineData("relu(t + 1)", "[0, Infinity)")]
    [InlineData("t > 0 ? 1 + t : exp(t)", "(0, Infinity)")]
    [InlineData("t > 2 ? t : 2", "[2, Infinity)")]
    [InlineData("abs(t) * exp(t)", "[0, Infinity)")]
    [InlineData("log(t)", "(-Infinity, Infinity)?")]
    [InlineData("1 / t", "(-Infinity, Infinity)?")]
    [InlineData("1 / exp(t)", "(0, Infinity)")]
    [InlineData("sqrt(-1 - square(t))", "∅?")]
    [InlineData("pow(t, 3)", "(-Infinity, Infinity)")]
    [InlineData("pow(t, 4)", "[0, Infinity)")]
    [InlineData("tanh(t) + sin(t)", "(-2, 2)")]
    [InlineData("sign(exp(t))", "[1, 1]")]
    [InlineData("leaky_relu(t, 0.2) + elu(t)", "(-Infinity, Infinity)")]
    public void Over_the_whole_line(string formula, string expected) =>
        Assert.Equal(expected, IntervalEvaluator.Evaluate(Formula.Parse(formula), Interval.All).ToString());

    [Theory]
    [InlineData("s * softplus(t)", "(0, Infinity)")]
    [InlineData("s * t", "(-Infinity, Infinity)")]
    [InlineData("m * exp(t)", "[0, Infinity)")]
    public void With_ranges_of_hyperparameters(string formula, string expected)
    {
        var ranges = new Dictionary<string, Interval> { ["s"] = Interval.Of(0, double.PositiveInfinity, lowOpen: true), ["m"] = Interval.Of(0, 1) };
        Assert.Equal(expected, IntervalEvaluator.Evaluate(Formula.Parse(formula, "s", "m"), Interval.All, ranges).ToString());
    }

    /// <summary>Ranges on which every function rises or falls, on either side of the numbers where its value is exact.</summary>
    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1, 1.5)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    [InlineData(-1.5, -1)]
    public void Bounds_are_tight_for_single_functions(double low, double high)
    {
        foreach (var f in Functions.All.Where(f => f.Arity == 1 && !f.IsShorthand))
        {
            var (a, b) = (f.Value([low]), f.Value([high]));
            if (!double.IsFinite(a) || !double.IsFinite(b)) continue;
            var range = IntervalEvaluator.Evaluate(f.Of(Expr.T), Interval.Of(low, high));
            Assert.Equal(Math.Min(a, b), range.Low, 1e-14);
            Assert.Equal(Math.Max(a, b), range.High, 1e-14);
        }
    }

    [Fact, Trait("Category", "Property")]
    public void Encloses_every_value() => Gen.Select(RandomFormula.Any, Number, Number, Gen.Double[0, 1], Gen.Bool).Holds(2500, atLeast: 1500, static sample =>
    {
        var (formula, a, b, at, simplify) = sample;
        if (simplify) formula = Simplifier.Simplify(formula);
        var range = Interval.Of(Math.Min(a, b), Math.Max(a, b));
        var t = Math.Clamp(range.Low + (at * range.Width), range.Low, range.High);
        if (BigEvaluator.Evaluate(formula, t, RandomFormula.Values) is not { } value) return false;
        var ranges = RandomFormula.Values.ToDictionary(p => p.Key, p => Interval.Point(p.Value));
        var enclosure = IntervalEvaluator.Evaluate(formula, range, ranges);
        var magnitudes = Magnitudes(formula, t).ToList();
        // Only with intermediate results of moderate size can 512 bits tell a value from a bound that it never reaches.
        var strict = magnitudes.All(m => m is > -60 and < 6);
        var slack = magnitudes.Append(0).Max() - 250;
        var inside = Below(enclosure.Low, value, enclosure.LowOpen && strict, slack) && Below(-enclosure.High, -value, enclosure.HighOpen && strict, slack);
        Assert.True(inside, $"{formula} is {value.ToDouble():R} at {t:R}, outside {enclosure} over {range}");
        return true;
    });

    private static IEnumerable<int> Magnitudes(Expr formula, double t) =>
        formula.Nodes().Select(n => BigEvaluator.Evaluate(n, t, RandomFormula.Values)).Where(v => v is { Sign: not 0 }).Select(v => v!.Value.Magnitude);

    // The judge's own last bits do not count.
    private static bool Below(double bound, BigReal value, bool open, int slack)
    {
        if (double.IsNegativeInfinity(bound)) return true;
        if (double.IsPositiveInfinity(bound)) return false;
        var difference = value - BigReal.Of(bound, value.Bits);
        return difference.Sign == 0 ? !open : difference.Sign > 0 || difference.Magnitude < slack;
    }
}
