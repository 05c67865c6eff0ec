using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>Logarithms of what may overflow or vanish.</summary>
internal static class StableLogarithm
{
    // The shift of each exponent is written out once a term.
    private const int MaxTerms = 6;

    public static Expr Of(Expr x, IReadOnlyDictionary<string, Interval>? parameters)
    {
        if (LogForm.Of(x, parameters) is { Range: not DynamicRange.Ordinary } form) return form.Log;
        return x switch
        {
            // expm1 overflows for a large argument; its logarithm is defined for positive ones only.
            Call { Function.Name: "expm1" } call => call.Argument + Functions.Log.Of(-Functions.Expm1.Of(-call.Argument)),
            Product product => OfFactors(product.Factors, Expr.One, parameters),
            Quotient { Denominator.HasLogit: false, Numerator: Product product } quotient => OfFactors(product.Factors, quotient.Denominator, parameters),
            // Both signs may be turned: what is divided by is what may get too large.
            Quotient { Numerator.HasLogit: false } quotient => -Functions.Log.Of(quotient.Denominator / quotient.Numerator),
            Sum sum => OfDifference(sum, parameters) ?? OfWeighted(sum) ?? OfSum(sum),
            _ => Functions.Log.Of(x),
        };
    }

    public static Expr OfOnePlus(Expr x, IReadOnlyDictionary<string, Interval>? parameters)
    {
        var whole = Simplifier.Simplify(1 + x);
        if (LogForm.Of(whole, parameters) is { Range: not DynamicRange.Ordinary } form) return form.Log;
        if (whole is Sum weighted && OfWeighted(weighted) is { } log) return log;
        return whole is Sum sum && PositiveTerms.Of(sum) is var terms && terms.Count < sum.Terms.Count + 1 && !terms.SequenceEqual(sum.Terms)
            ? Of(Total(terms), parameters)
            : Functions.Log1p.Of(x);
    }

    /// <summary>log(f·eᵘ/d) = log(f/d) + u, whatever f and d are.</summary>
    private static Expr OfFactors(EquatableArray<Expr> factors, Expr divisor, IReadOnlyDictionary<string, Interval>? parameters)
    {
        var (outside, inside) = (Expr.Zero, Expr.One);
        foreach (var factor in factors)
        {
            if (LogForm.Of(factor, parameters) is { Range: not DynamicRange.Ordinary } form) outside += form.Log;
            else inside *= factor;
        }

        return outside is Constant { Value: 0 } ? Functions.Log.Of(inside / divisor) : outside + Functions.Log.Of(inside / divisor);
    }

    /// <summary>log(eᵃ − eᵇ) = a + log(−expm1(b − a)), both undefined where b ≥ a.</summary>
    private static Expr? OfDifference(Sum sum, IReadOnlyDictionary<string, Interval>? parameters)
    {
        var terms = LogForm.Terms(sum).ToList();
        var above = terms.Where(t => !Signs.IsNegative(t)).Select(t => LogForm.Of(t, parameters)).ToList();
        var below = terms.Where(Signs.IsNegative).Select(t => LogForm.Of(Signs.Absolute(t), parameters)).ToList();
        if (above.Count == 0 || below.Count == 0 || above.Concat(below).Any(f => f is null)) return null;
        if (above.All(f => f!.Value.Range != DynamicRange.Exponential)) return null;
        var a = LogForm.LogSumExp(above.Select(f => f!.Value.Log));
        var b = LogForm.LogSumExp(below.Select(f => f!.Value.Log));
        return a + Functions.Log.Of(-Functions.Expm1.Of(Simplifier.Simplify(b - a)));
    }

    /// <summary>
    /// log(a·eᵘ + b·eᵛ) = m + log(a·p + b·q) with m = log(eᵘ + eᵛ), p = e^(u − m) and q = e^(v − m), whatever the signs of a and b are: no exponent is above zero.
    /// Since p + q = 1, a weight of 1 leaves log(1 + (b − 1)·q), which loses no small q.
    /// </summary>
    private static Expr? OfWeighted(Sum sum)
    {
        var terms = LogForm.Terms(sum).Select(static term =>
        {
            var (above, divisor) = term is Quotient { Denominator: { HasLogit: false } below } quotient ? (quotient.Numerator, below) : (term, Expr.One);
            var factors = above is Product product ? product.Factors : new([above]);
            var weight = factors.Where(static f => !f.HasLogit).Aggregate(Expr.One, static (all, factor) => all * factor) / divisor;
            var moving = Simplifier.Simplify(factors.Where(static f => f.HasLogit).Aggregate(Expr.One, static (all, factor) => all * factor));
            return (Weight: weight, Form: moving.HasLogit ? LogForm.Of(moving, null) : new LogForm(Expr.Zero, DynamicRange.Ordinary));
        }).ToList();
        if (terms.Count is < 2 or > MaxTerms || terms.Exists(static t => t.Form is null) || !terms.Exists(static t => t.Form!.Value.Range == DynamicRange.Exponential)) return null;
        var most = LogForm.LogSumExp(terms.Select(static t => t.Form!.Value.Log));
        var unit = terms.FindIndex(static t => t.Weight is Constant { Value: 1 });
        var rest = terms.Where((_, index) => index != unit)
            .Aggregate(Expr.Zero, (total, t) => total + ((unit < 0 ? t.Weight : t.Weight - 1) * StableExponential.FromLog(Simplifier.Simplify(t.Form!.Value.Log - most))));
        return most + (unit < 0 ? Functions.Log : Functions.Log1p).Of(rest);
    }

    /// <summary>log(1 + u) = log1p(u), which does not lose a small u.</summary>
    private static Expr OfSum(Sum sum)
    {
        var terms = PositiveTerms.Of(sum);
        var one = terms.FirstOrDefault(t => t is Constant { Value: 1 });
        return one is null ? Functions.Log.Of(Total(terms)) : Functions.Log1p.Of(Total(terms.Where(t => t != one)));
    }

    private static Expr Total(IEnumerable<Expr> terms) => terms.Aggregate(Expr.Zero, (sum, term) => sum + term);
}
