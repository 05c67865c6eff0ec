using CsCheck;
using Gan.Generators.Formulas.Asymptotics;
using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Tests.Properties;

namespace Gan.Generators.Tests.Formulas;

public class LimitTests
{
    private static readonly Dictionary<string, Interval> Ranges = new()
    {
        ["s"] = Interval.Of(0, double.PositiveInfinity, lowOpen: true),
        ["m"] = Interval.All,
    };

    [Theory]
    [InlineData("softplus(t) - t", "PlusInfinity", "0")]
    [InlineData("t * sigmoid(-t)", "MinusInfinity", "0")]
    [InlineData("exp(-t) * t * t", "PlusInfinity", "0")]
    [InlineData("log(1 + exp(t)) / t", "0", "1")]
    [InlineData("log(1 + exp(t))", "0", "PlusInfinity")]
    [InlineData("-log(1 - sigmoid(t))", "0", "PlusInfinity")]
    [InlineData("softplus(-t)", "PlusInfinity", "0")]
    [InlineData("-softplus(-t)", "MinusInfinity", "0")]
    [InlineData("tanh(t)", "-1", "1")]
    [InlineData("t * (tanh(t) - 1)", "PlusInfinity", "0")]
    [InlineData("square(t - 1) - square(t)", "PlusInfinity", "MinusInfinity")]
    [InlineData("sqrt(1 + square(t)) - abs(t)", "0", "0")]
    [InlineData("sqrt(square(t) + t) - t", "PlusInfinity", "0.5")]
    [InlineData("max(0, 1 + t)", "0", "PlusInfinity")]
    [InlineData("t > 0 ? 1 + t : exp(t)", "0", "PlusInfinity")]
    [InlineData("elu(t)", "-1", "PlusInfinity")]
    [InlineData("log(square(t)) / t", "0", "0")]
    [InlineData("exp(-square(t)) * exp(3 * t)", "0", "0")]
    [InlineData("exp(t) - t * exp(t / 2)", "0", "PlusInfinity")]
    [InlineData("t * sin(1 / t)", "1", "1")]
    [InlineData("pow(1 + 1 / t, t)", "exp(1)", "exp(1)")]
    [InlineData("s * t + m", "MinusInfinity", "PlusInfinity")]
    [InlineData("m * t", "Unknown", "Unknown")]
    [InlineData("m + sigmoid(t)", "m", "m + 1")]
    [InlineData("exp(-s * t)", "PlusInfinity", "0")]
    [InlineData("sin(t)", "Unknown", "Unknown")]
    [InlineData("log(t)", "Unknown", "PlusInfinity")]
    [InlineData("0.1 * t + 0.2 * t - 0.3 * t", "0", "0")]
    [InlineData("pow(t, 0.1) * pow(t, 0.2) / pow(t, 0.3)", "Unknown", "1")]
    [InlineData("sigmoid(t) * sigmoid(-t)", "0", "0")]
    [InlineData("softplus(t) * sigmoid(-t)", "0", "0")]
    [InlineData("softplus(t) + softplus(-t) - abs(t)", "0", "0")]
    [InlineData("log(cosh(t)) - abs(t)", "-log(2)", "-log(2)")]
    // Six terms are kept, and six cancel: what is left of softplus(-t) is e⁻⁷ᵗ/7 and less, of which only the bound is known.
    [InlineData("exp(6.5 * t) * (softplus(-t) - exp(-t) + exp(-2 * t) / 2 - exp(-3 * t) / 3 + exp(-4 * t) / 4 - exp(-5 * t) / 5 + exp(-6 * t) / 6)", "0", "0")]
    [InlineData("exp(8 * t) * (softplus(-t) - exp(-t) + exp(-2 * t) / 2 - exp(-3 * t) / 3 + exp(-4 * t) / 4 - exp(-5 * t) / 5 + exp(-6 * t) / 6)", "0", "Unknown")]
    public void Tends(string formula, string below, string above)
    {
        var expression = Formula.Parse(formula, "s", "m");
        Assert.Equal((below, above), (Limits.At(expression, positive: false, Ranges).ToString(), Limits.At(expression, positive: true, Ranges).ToString()));
    }

    [Theory]
    [InlineData("softplus(t) - t", 1)]
    [InlineData("t * sigmoid(-t)", 1)]
    [InlineData("t - softplus(t)", -1)]
    [InlineData("tanh(t) - 1", -1)]
    [InlineData("relu(-t)", 0)]
    [InlineData("sin(t)", null)]
    public void Knows_the_sign_near_plus_infinity(string formula, int? sign) => Assert.Equal(sign, Limits.At(Formula.Parse(formula), positive: true).Sign);

    /// <summary>Where to look for a sign, the furthest first. e⁻ᵗ beside 1 is within 512 bits up to t = 350; without exponentials nothing is lost for long.</summary>
    private static double[] Distances(Expr formula) =>
        formula.Nodes().Any(static n => n is Call { HasLogit: true, Function.Name: "exp" or "expm1" or "softplus" or "logsigmoid" or "sigmoid" or "tanh" or "elu" })
            ? [300]
            : [1e60, 1e15, 1e5, 300];

    /// <summary>Where to look for the way a formula goes. A slow one is still on its way at 65, and what two exponentials leave is lost at 1e5.</summary>
    private static readonly (double Near, double Far)[] Ways = [(1e5, 1.3e5), (50, 65)];

    [Fact, Trait("Category", "Property")]
    public void Never_claims_what_is_not_so() => RandomFormula.Any.Holds(700, atLeast: 150, static formula =>
    {
        var ranges = RandomFormula.Values.ToDictionary(static p => p.Key, static p => Interval.Point(p.Value));
        var limit = Limits.At(formula, positive: true, ranges);
        if (limit.Kind == LimitKind.Unknown) return false;
        if (Ways.Select(way => (Near: BigEvaluator.Evaluate(formula, way.Near, RandomFormula.Values), Far: BigEvaluator.Evaluate(formula, way.Far, RandomFormula.Values), Way: way))
            .FirstOrDefault(static pair => pair is { Near: not null, Far: not null }) is not ({ } near, { } far, var way)) return false;
        var claim = $"{formula}: {limit} with sign {limit.Sign}, but it is {near.ToDouble()} at {way.Near} and {far.ToDouble()} at {way.Far}";
        // The sign is that of the goal, or of the infinity that is judged below. On the way to 0, and where a logarithm takes its time, it shows far out.
        var goal = limit.Kind == LimitKind.Finite ? BigEvaluator.Evaluate(limit.Value!, 0, RandomFormula.Values)!.Value : 0;
        var furthest = Distances(formula).Select(t => BigEvaluator.Evaluate(formula, t, RandomFormula.Values)).FirstOrDefault(static value => value is not null) ?? far;
        var hasLogarithm = formula.Nodes().Any(static n => n is Call { Function.Name: "log" or "log1p" });
        var shown = (limit.Kind, hasLogarithm) switch
        {
            (LimitKind.PlusInfinity, false) => 1,
            (LimitKind.MinusInfinity, false) => -1,
            _ => goal.Sign != 0 ? goal.Sign : furthest.Sign,
        };
        if (limit.Sign is { } sign && shown != 0) Assert.True(sign == shown, $"{claim}, {furthest.ToDouble()} furthest out");
        // Where a logarithm goes to, it goes too slowly to be seen on its way; its limits are in the table above.
        if (hasLogarithm) return limit.Sign is not null && shown != 0;
        if (limit.Kind == LimitKind.Finite)
        {
            Assert.True((far - goal).Magnitude < -40 || BigReal.Abs(far - goal) < BigReal.Abs(near - goal), claim);
        }
        else
        {
            Assert.True(limit.Kind == LimitKind.PlusInfinity ? far > near : near > far, claim);
        }

        return true;
    });
}
