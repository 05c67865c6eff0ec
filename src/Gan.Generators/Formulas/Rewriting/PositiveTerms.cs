using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>Rewrites differences that cannot be negative as sums without a minus sign: c − k·σ(u) = (c − k) + k·σ(−u) for c ≥ k.</summary>
internal static class PositiveTerms
{
    /// <summary>The terms of the sum, after what can be rewritten is.</summary>
    public static IReadOnlyList<Expr> Of(Sum sum)
    {
        var constant = sum.Terms.OfType<Constant>().Sum(c => c.Value);
        var terms = new List<Expr>();
        foreach (var term in sum.Terms)
        {
            if (term is not Constant) terms.Add(Positive(term, ref constant));
        }

        if (constant != 0) terms.Add(constant);
        return terms;
    }

    private static Expr Positive(Expr term, ref double constant)
    {
        var (factor, rest) = ScalarMultiple.Of(term);
        var size = Math.Abs(factor);
        if (rest is Call { Function.Name: "sigmoid" } sigmoid && factor < 0 && constant >= size)
        {
            constant -= size;
            return size * Functions.Sigmoid.Of(Simplifier.Simplify(-sigmoid.Argument));
        }

        // tanh(u) = 2σ(2u) − 1.
        if (rest is Call { Function.Name: "tanh" } tanh && constant >= size)
        {
            constant -= size;
            return 2 * size * Functions.Sigmoid.Of(Simplifier.Simplify(2 * Math.Sign(factor) * tanh.Argument));
        }

        return term;
    }
}
