namespace Gan.Generators.Expressions;

/// <summary>Logarithms of what may overflow or vanish.</summary>
internal static class StableLogarithm
{
    public static Expr Of(Expr x, IReadOnlyDictionary<string, Interval>? parameters)
    {
        if (LogForm.Of(x, parameters) is { Reach: not Reach.Plain } form) return form.Log;
        return x switch
        {
            // expm1 overflows for a large argument; its logarithm is defined for positive ones only.
            Call { Function.Name: "expm1" } call => call.Argument + Functions.Log.Of(-Functions.Expm1.Of(-call.Argument)),
            Product product => OfFactors(product.Factors, parameters),
            Quotient quotient when LogForm.Of(quotient.Denominator, parameters) is { Reach: not Reach.Plain } below =>
                Of(quotient.Numerator, parameters) - below.Log,
            // Both signs may be turned: what is divided by is what may get too large.
            Quotient { Numerator.HasLogit: false } quotient => -Functions.Log.Of(quotient.Denominator / quotient.Numerator),
            Sum sum => OfDifference(sum, parameters) ?? OfWeighted(sum) ?? OfSum(sum),
            _ => Functions.Log.Of(x),
        };
    }

    public static Expr OfOnePlus(Expr x, IReadOnlyDictionary<string, Interval>? parameters)
    {
        var whole = Simplifier.Simplify(1 + x);
        if (LogForm.Of(whole, parameters) is { Reach: not Reach.Plain } form) return form.Log;
        if (whole is Sum weighted && OfWeighted(weighted) is { } log) return log;
        return whole is Sum sum && PositiveTerms.Of(sum) is var terms && terms.Count < sum.Terms.Count + 1 && !terms.SequenceEqual(sum.Terms)
            ? Of(Total(terms), parameters)
            : Functions.Log1p.Of(x);
    }

    /// <summary>log(f·eᵘ) = log(f) + u, whatever f is.</summary>
    private static Expr OfFactors(EquatableArray<Expr> factors, IReadOnlyDictionary<string, Interval>? parameters)
    {
        var (outside, inside) = (Expr.Zero, Expr.One);
        foreach (var factor in factors)
        {
            if (LogForm.Of(factor, parameters) is { Reach: not Reach.Plain } form) outside += form.Log;
            else inside *= factor;
        }

        return outside is Constant { Value: 0 } ? Functions.Log.Of(inside) : outside + Functions.Log.Of(inside);
    }

    /// <summary>log(eᵃ − eᵇ) = a + log(−expm1(b − a)), both undefined where b ≥ a.</summary>
    private static Expr? OfDifference(Sum sum, IReadOnlyDictionary<string, Interval>? parameters)
    {
        var terms = LogForm.Terms(sum).ToList();
        var above = terms.Where(t => !Signs.IsNegative(t)).Select(t => LogForm.Of(t, parameters)).ToList();
        var below = terms.Where(Signs.IsNegative).Select(t => LogForm.Of(Signs.Absolute(t), parameters)).ToList();
        if (above.Count == 0 || below.Count == 0 || above.Concat(below).Any(f => f is null)) return null;
        if (above.All(f => f!.Value.Reach != Reach.Exponential)) return null;
        var a = LogForm.LogSumExp(above.Select(f => f!.Value.Log));
        var b = LogForm.LogSumExp(below.Select(f => f!.Value.Log));
        return a + Functions.Log.Of(-Functions.Expm1.Of(Simplifier.Simplify(b - a)));
    }

    /// <summary>
    /// log(a·eᵘ + b·eᵛ) = m + log(a·e^(u − m) + b·e^(v − m)) with m = log(eᵘ + eᵛ), whatever the signs of a and b are: no exponent is above zero.
    /// </summary>
    private static Expr? OfWeighted(Sum sum)
    {
        var terms = LogForm.Terms(sum).Select(static term =>
        {
            var factors = term is Product product ? product.Factors : new([term]);
            var weight = factors.Where(static f => !f.HasLogit).Aggregate(Expr.One, static (all, factor) => all * factor);
            var moving = Simplifier.Simplify(factors.Where(static f => f.HasLogit).Aggregate(Expr.One, static (all, factor) => all * factor));
            return (Weight: weight, Form: moving.HasLogit ? LogForm.Of(moving, null) : new LogForm(Expr.Zero, Reach.Plain));
        }).ToList();
        if (terms.Count < 2 || terms.Exists(static t => t.Form is null) || !terms.Exists(static t => t.Form!.Value.Reach == Reach.Exponential)) return null;
        var most = LogForm.LogSumExp(terms.Select(static t => t.Form!.Value.Log));
        var rest = terms.Aggregate(Expr.Zero, (total, t) => total + (t.Weight * StableExponential.FromLog(Simplifier.Simplify(t.Form!.Value.Log - most))));
        return most + Functions.Log.Of(rest);
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
