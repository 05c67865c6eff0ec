namespace Gan.Generators.Expressions;

/// <summary>Sums whose terms cancel.</summary>
internal static class StableSum
{
    public static Expr Of(Sum sum)
    {
        var terms = sum.Terms.ToList();
        return WithExpm1(terms) ?? WithTanh(terms) ?? sum;
    }

    /// <summary>c·eᵘ − c = c·expm1(u).</summary>
    private static Expr? WithExpm1(List<Expr> terms)
    {
        if (terms[terms.Count - 1] is not Constant constant) return null;
        var index = terms.FindIndex(t => Scaled.Of(t) is { Rest: Call { Function.Name: "exp" }, Factor: var factor } && factor == -constant.Value);
        if (index < 0) return null;
        var exp = (Call)Scaled.Of(terms[index]).Rest;
        return Total(terms, index, terms.Count - 1, -constant.Value * Functions.Expm1.Of(exp.Argument));
    }

    /// <summary>c·σ(u) − c·σ(−u) = c·tanh(u/2).</summary>
    private static Expr? WithTanh(List<Expr> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (Scaled.Of(terms[i]) is not { Rest: Call { Function.Name: "sigmoid" } sigmoid, Factor: var factor }) continue;
            var mirrored = Simplifier.Simplify(-factor * Functions.Sigmoid.Of(-sigmoid.Argument));
            var other = terms.FindIndex(t => t.Equals(mirrored));
            if (other >= 0) return Total(terms, i, other, factor * Functions.Tanh.Of(sigmoid.Argument / 2));
        }

        return null;
    }

    private static Expr Total(List<Expr> terms, int without, int and, Expr instead) =>
        terms.Where((_, i) => i != without && i != and).Aggregate(instead, (sum, term) => sum + term);
}
