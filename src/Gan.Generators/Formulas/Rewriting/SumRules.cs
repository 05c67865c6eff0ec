using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>The canonical sum: no sum within it, like terms collected, those with t first, at most one number and that last.</summary>
internal static class SumRules
{
    public static Expr Apply(EquatableArray<Expr> terms)
    {
        var constant = 0.0;
        var factors = new Dictionary<Expr, double>();
        foreach (var term in terms) Collect(term, 1);

        MergeSigmoids(factors, ref constant);
        SoftplusRules.Merge(factors, ref constant);
        var result = factors.Where(f => f.Value != 0)
            .OrderBy(f => f.Key.HasLogit ? 0 : 1).ThenBy(f => f.Key, ExprOrder.Instance)
            .Select(f => new ScalarMultiple(f.Value, f.Key).ToExpr())
            .ToList();
        if (constant != 0 || result.Count == 0) result.Add(constant);
        return result.Count == 1 ? result[0] : new Sum(result.ToEquatableArray());

        void Collect(Expr term, double scale)
        {
            var (factor, rest) = ScalarMultiple.Of(term);
            factor *= scale;
            if (rest is Sum sum)
            {
                foreach (var inner in sum.Terms) Collect(inner, factor);
            }
            else if (rest is Constant c)
            {
                constant = Add(constant, factor * c.Value);
            }
            else
            {
                factors[rest] = factors.TryGetValue(rest, out var before) ? Add(before, factor) : factor;
            }
        }
    }

    /// <summary>The sum; nothing but rounding left over is zero: 0.1 + 0.2 − 0.3 means zero.</summary>
    private static double Add(double a, double b) => Math.Abs(a + b) <= 1e-15 * Math.Abs(a) ? 0 : a + b;

    /// <summary>1 − σ(u) = σ(−u), which does not cancel.</summary>
    private static void MergeSigmoids(Dictionary<Expr, double> factors, ref double constant)
    {
        if (constant == 0) return;
        foreach (var (term, factor) in factors.Select(f => (f.Key, f.Value)).OrderBy(f => f.Key, ExprOrder.Instance).ToList())
        {
            if (constant == 0 || constant != -factor || term is not Call { Function.Name: "sigmoid" } call) continue;
            var mirrored = Functions.Sigmoid.Of(ScalarMultiple.Negated(call.Argument));
            factors.Remove(term);
            factors[mirrored] = constant + (factors.TryGetValue(mirrored, out var before) ? before : 0);
            constant = 0;
        }
    }
}
