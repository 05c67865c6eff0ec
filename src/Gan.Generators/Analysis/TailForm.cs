using Gan.Generators.Basics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>
/// A formula as sums of powers and exponentials of t, as far as that goes, on a range [from, ∞): softplus(x) is x + softplus(−x) where x → ∞,
/// and √(t²ᵏ + r) is tᵏ + r/(tᵏ·(1 + √(1 + r/t²ᵏ))), so that what is left of both has bounds.
/// </summary>
internal static class TailForm
{
    /// <summary>Where a tail begins of which more is decided than near 0.</summary>
    public const double Far = 32;

    /// <param name="formula">The formula.</param>
    /// <param name="from">Where the range begins.</param>
    /// <param name="degree">Of which polynomials an exponential is opened.</param>
    public static Fraction? Of(Expr formula, double from, int degree = 1) => Fraction.Of(Rewrite(formula, Interval.AtLeast(from)), degree);

    private static Expr Rewrite(Expr formula, Interval tail)
    {
        var children = formula.Children;
        if (children.Count == 0) return formula;
        Work.Count(1);
        var rewritten = formula.WithChildren(children.Select(child => Rewrite(child, tail)).ToEquatableArray());
        return rewritten is Call { Argument: var x } call ? OfCall(call, x, tail) : rewritten;
    }

    private static Expr OfCall(Call call, Expr x, Interval tail) => call.Function.Name switch
    {
        "sqrt" => OfRoot(x) ?? call,
        // What it comes to there and what vanishes; one that stays finite has bounds as it is.
        _ => IntervalEvaluator.Evaluate(x, tail) switch
        {
            { IsPartial: false, Low: >= 1, High: double.PositiveInfinity } => call.Function.Towards(1, x) as Sum ?? (Expr)call,
            { IsPartial: false, High: <= -1, Low: double.NegativeInfinity } => call.Function.Towards(-1, x) as Sum ?? (Expr)call,
            _ => call,
        },
    };

    private static Expr? OfRoot(Expr x)
    {
        if (Fraction.Of(x) is not { Numerator: { Count: > 1 } polynomial, Denominator: var one } || !one.IsSameAs(ExpPolynomial.One) || !polynomial.Terms.All(static term => term.Key is { Power: >= 0, Exponent.IsZero: true, Atoms.Count: 0 })) return null;
        var lead = polynomial.Terms.OrderByDescending(static term => term.Key.Power).First();
        if (lead.Key.Power % 2 != 0 || !lead.Value.Equals(Dyadic.One)) return null;
        var rest = polynomial.Terms.Where(term => term.Key.Power < lead.Key.Power).OrderBy(static term => term.Key.Power).Aggregate(Expr.Zero, (sum, term) => sum + (term.Value.ToDouble() * Power(term.Key.Power - lead.Key.Power)));
        return Power(lead.Key.Power / 2) * (1 + (rest / (1 + Functions.Sqrt.Of(Simplifier.Simplify(1 + rest)))));
    }

    private static Expr Power(int power) => power == 0 ? 1 : Functions.Pow.Of(Expr.T, power);
}
