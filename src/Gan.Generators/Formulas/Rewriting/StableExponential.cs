using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>Products and quotients of exponentials, brought under one exponential whose argument does not run away.</summary>
internal static class StableExponential
{
    private const int MaxTerms = 16;

    /// <summary>exp(log), where exp(−softplus(u)) is σ(−u) and exp(log(c)) is c.</summary>
    public static Expr FromLog(Expr log)
    {
        var terms = log is Sum sum ? sum.Terms : new([log]);
        var factors = Expr.One;
        var rest = Expr.Zero;
        var allSigmoids = true;
        foreach (var term in terms)
        {
            var (factor, inner) = ScalarMultiple.Of(term);
            if (inner is Call { Function.Name: "log" } logarithm && !inner.HasLogit) factors *= Functions.Pow.Of(logarithm.Argument, factor);
            else if (!term.HasLogit) factors *= Functions.Exp.Of(term);
            else if (inner is Call { Function.Name: "softplus" } softplus && factor < 0 && factor == Math.Floor(factor))
                rest += factor * softplus;
            else (rest, allSigmoids) = (rest + term, false);
        }

        if (!allSigmoids) return factors * Functions.Exp.Of(rest);
        foreach (var term in rest is Sum s ? s.Terms : new([rest]))
        {
            var (factor, inner) = ScalarMultiple.Of(Simplifier.Simplify(term));
            if (inner is Call { Function.Name: "softplus" } softplus) factors *= Functions.Pow.Of(Functions.Sigmoid.Of(-softplus.Argument), -factor);
        }

        return factors;
    }

    /// <summary>eᵘ·σ(v) = exp(u − softplus(−v)): neither factor overflows alone. A sum with exponentials among the factors is multiplied out.</summary>
    public static Expr OfProduct(Product product)
    {
        var exponentials = product.Factors.Where(static f => SignedForm.Of(f, null) is not null).ToList();
        if (exponentials.Count == 0) return product;
        // Sums times sums would grow without end.
        if (product.Factors.OfType<Sum>().ToList() is [var sum] && sum.Terms.Count <= MaxTerms && sum.Has(IsExponential) && !exponentials.Contains(sum))
        {
            var others = product.Factors.Where(f => !ReferenceEquals(f, sum)).ToList();
            return TermsOf(sum).Aggregate(Expr.Zero, (total, term) => total + SignedForm.OfProduct(others.Concat(FactorsOf(term)), null).ToExpr());
        }

        var isMixed = exponentials.Count > 1 && exponentials.Exists(static f => f.Has(IsExponential));
        return isMixed || exponentials.Exists(static f => f is Call { Function.Name: "exp" }) ? SignedForm.OfProduct(product.Factors, null).ToExpr() : product;
    }

    /// <summary>A quotient by what overflows or vanishes: n·eᵘ/d = n·exp(u − log d), term by term.</summary>
    public static Expr OfQuotient(Quotient quotient, IReadOnlyDictionary<string, Interval>? parameters)
    {
        var isPositive = LogForm.Of(quotient.Denominator, parameters) is { Range: not DynamicRange.Ordinary };
        // What may be zero only stands in the way of an exponential above it.
        if (!isPositive && !quotient.Numerator.Has(IsExponential)) return quotient;
        var (divisor, log) = isPositive ? SignedForm.Of(quotient.Denominator, parameters)!.Value : SignedForm.OfProduct(FactorsOf(quotient.Denominator), parameters);
        if (!log.HasLogit) return quotient;
        var terms = quotient.Numerator is Sum sum && sum.Has(IsExponential) ? TermsOf(sum) : new([quotient.Numerator]);
        return terms.Aggregate(Expr.Zero, (total, term) =>
        {
            var (cofactor, above) = SignedForm.OfProduct(FactorsOf(term), parameters);
            return total + (new SignedForm(cofactor, Simplifier.Simplify(above - log)).ToExpr() / divisor);
        });
    }

    private static EquatableArray<Expr> FactorsOf(Expr term) => term is Product product ? product.Factors : new([term]);

    /// <summary>The terms; c·expm1(u) − c·expm1(v) is c·eᵘ − c·eᵛ again, which one exponential above or below may meet.</summary>
    private static EquatableArray<Expr> TermsOf(Sum sum)
    {
        var scaled = sum.Terms.Select(ScalarMultiple.Of).ToList();
        return scaled.TrueForAll(static term => term.Rest is Call { Function.Name: "expm1" }) && scaled.Sum(static term => term.Coefficient) == 0
            ? scaled.Select(static term => Simplifier.Simplify(term.Coefficient * Functions.Exp.Of(((Call)term.Rest).Argument))).ToEquatableArray()
            : sum.Terms;
    }

    private static bool IsExponential(Expr node) => node is Call { Function.Name: "exp" or "expm1", HasLogit: true };
}
