using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>Sums whose terms cancel.</summary>
internal static class StableSum
{
    public static Expr Of(Sum sum)
    {
        var terms = sum.Terms.ToList();
        return WithExpm1(terms) ?? WithSinh(terms) ?? WithTanh(terms) ?? WithMirroredSoftplus(terms) ?? sum;
    }

    /// <summary>c·eᵘ − c = c·expm1(u), whatever c is.</summary>
    private static Expr? WithExpm1(List<Expr> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (Exponential(terms[i]) is not var (cofactor, exponent)) continue;
            var negated = ScalarMultiple.Negated(cofactor);
            var other = terms.FindIndex(t => t.Equals(negated));
            if (other >= 0) return Total(terms, i, other, cofactor * Functions.Expm1.Of(exponent));
        }

        return null;
    }

    /// <summary>c·eᵘ − c·eᵛ = c·expm1(u) − c·expm1(v): where u and v have opposite signs nothing cancels near 0.</summary>
    private static Expr? WithSinh(List<Expr> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (Exponential(terms[i]) is not var (cofactor, exponent)) continue;
            var (scale, rest) = ScalarMultiple.Of(exponent);
            var negated = ScalarMultiple.Negated(cofactor);
            var other = terms.FindIndex(t => Exponential(t) is var (c, e) && c.Equals(negated) && ScalarMultiple.Of(e) is var (s, r) && r.Equals(rest) && s * scale < 0);
            if (other >= 0) return Total(terms, i, other, (cofactor * Functions.Expm1.Of(exponent)) + (negated * Functions.Expm1.Of(Exponential(terms[other])!.Value.Exponent)));
        }

        return null;
    }

    /// <summary>c·softplus(u) − c·u = c·softplus(−u) for a c without t, where softplus may stand in a sum of its own. What of u has no t is left over.</summary>
    private static Expr? WithMirroredSoftplus(List<Expr> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            var factors = FactorsOf(terms[i]);
            if (factors.Count(static f => f.HasLogit) != 1) continue;
            var cofactor = Simplifier.Simplify(factors.Where(static f => !f.HasLogit).Aggregate(Expr.One, static (all, factor) => all * factor));
            var moving = factors.First(static f => f.HasLogit);
            var parts = moving is Sum inner ? inner.Terms : new([moving]);
            foreach (var softplus in parts.OfType<Call>().Where(static part => part.Function == Functions.Softplus && part.HasLogit))
            {
                var argument = softplus.Argument is Sum sum ? sum.Terms : new([softplus.Argument]);
                var falling = argument.Where(static part => part.HasLogit).Select(part => Simplifier.Simplify(-(cofactor * part))).ToList();
                if (!falling.TrueForAll(terms.Contains)) continue;
                var left = parts.Where(part => !ReferenceEquals(part, softplus)).Concat(argument.Where(static part => !part.HasLogit))
                    .Aggregate(Functions.Softplus.Of(ScalarMultiple.Negated(softplus.Argument)), static (total, part) => total + part);
                return terms.Where((term, index) => index != i && !falling.Contains(term)).Aggregate(cofactor * left, static (total, term) => total + term);
            }
        }

        return null;
    }

    /// <summary>c·eᵘ as c and u; null where the term is none.</summary>
    private static (Expr Cofactor, Expr Exponent)? Exponential(Expr term)
    {
        var factors = FactorsOf(term);
        return factors.OfType<Call>().FirstOrDefault(static f => f is { Function.Name: "exp", HasLogit: true }) is { } exp
            ? (Simplifier.Simplify(factors.Where(f => !ReferenceEquals(f, exp)).Aggregate(Expr.One, static (all, factor) => all * factor)), exp.Argument)
            : null;
    }

    private static EquatableArray<Expr> FactorsOf(Expr term) => term is Product product ? product.Factors : new([term]);

    /// <summary>c·σ(u) − c·σ(−u) = c·tanh(u/2).</summary>
    private static Expr? WithTanh(List<Expr> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (ScalarMultiple.Of(terms[i]) is not { Rest: Call { Function.Name: "sigmoid" } sigmoid, Coefficient: var factor }) continue;
            var mirrored = Simplifier.Simplify(-factor * Functions.Sigmoid.Of(-sigmoid.Argument));
            var other = terms.FindIndex(t => t.Equals(mirrored));
            if (other >= 0) return Total(terms, i, other, factor * Functions.Tanh.Of(sigmoid.Argument / 2));
        }

        return null;
    }

    private static Expr Total(List<Expr> terms, int without, int and, Expr instead) =>
        terms.Where((_, i) => i != without && i != and).Aggregate(instead, (sum, term) => sum + term);
}
