namespace Gan.Generators.Expressions;

/// <summary>Products and quotients of exponentials, brought under one exponential whose argument does not run away.</summary>
internal static class StableExponential
{
    /// <summary>exp(log), where exp(−softplus(u)) is σ(−u) and exp(log(c)) is c.</summary>
    public static Expr FromLog(Expr log)
    {
        var terms = log is Sum sum ? sum.Terms : new([log]);
        var factors = Expr.One;
        var rest = Expr.Zero;
        var allSigmoids = true;
        foreach (var term in terms)
        {
            var (factor, inner) = Scaled.Of(term);
            if (inner is Call { Function.Name: "log" } logarithm && !inner.HasLogit) factors *= Functions.Pow.Of(logarithm.Argument, factor);
            else if (!term.HasLogit) factors *= Functions.Exp.Of(term);
            else if (inner is Call { Function.Name: "softplus" } softplus && factor < 0 && factor == Math.Floor(factor))
                rest += factor * softplus;
            else (rest, allSigmoids) = (rest + term, false);
        }

        if (!allSigmoids) return factors * Functions.Exp.Of(rest);
        foreach (var term in rest is Sum s ? s.Terms : new([rest]))
        {
            var (factor, inner) = Scaled.Of(Simplifier.Simplify(term));
            if (inner is Call { Function.Name: "softplus" } softplus) factors *= Functions.Pow.Of(Functions.Sigmoid.Of(-softplus.Argument), -factor);
        }

        return factors;
    }

    /// <summary>eᵘ·σ(v) = exp(u − softplus(−v)): neither factor overflows alone.</summary>
    public static Expr OfProduct(Product product)
    {
        if (!product.Factors.Any(f => f is Call { Function.Name: "exp", HasLogit: true })) return product;
        var (log, others) = (Expr.Zero, Expr.One);
        foreach (var factor in product.Factors)
        {
            if (factor.HasLogit && LogForm.Of(factor, null) is { Reach: not Reach.Plain } form) log += form.Log;
            else others *= factor;
        }

        return others * FromLog(Simplifier.Simplify(log));
    }

    /// <summary>A quotient by what overflows or vanishes: n·eᵘ/d = n·exp(u − log d), term by term.</summary>
    public static Expr OfQuotient(Quotient quotient, IReadOnlyDictionary<string, Interval>? parameters)
    {
        if (LogForm.Of(quotient.Denominator, parameters) is not { Reach: not Reach.Plain } below) return quotient;
        var terms = quotient.Numerator is Sum sum && sum.Has(IsExponential) ? sum.Terms : new([quotient.Numerator]);
        return terms.Aggregate(Expr.Zero, (total, term) => total + OfProduct(term, -below.Log, parameters));
    }

    private static Expr OfProduct(Expr term, Expr log, IReadOnlyDictionary<string, Interval>? parameters)
    {
        var others = Expr.One;
        foreach (var factor in term is Product product ? product.Factors : new([term]))
        {
            if (factor.HasLogit && LogForm.Of(factor, parameters) is { Reach: not Reach.Plain } form) log += form.Log;
            else others *= factor;
        }

        return others * FromLog(Simplifier.Simplify(log));
    }

    private static bool IsExponential(Expr node) => node is Call { Function.Name: "exp", HasLogit: true };
}
