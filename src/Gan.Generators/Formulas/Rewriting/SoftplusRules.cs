using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>softplus(u) − u = softplus(−u), within a sum and for a u of several terms: what is left does not cancel.</summary>
internal static class SoftplusRules
{
    /// <param name="factors">The terms of the sum by their factors.</param>
    /// <param name="constant">The number in the sum.</param>
    public static void Merge(Dictionary<Expr, double> factors, ref double constant)
    {
        foreach (var term in factors.Keys.Where(static e => e is Call { Function.Name: "softplus" }).OrderBy(static e => e, ExprOrder.Instance).ToList())
        {
            if (!factors.TryGetValue(term, out var factor) || factor == 0) continue;
            var softplus = (Call)term;
            var parts = (softplus.Argument is Sum sum ? sum.Terms : new([softplus.Argument])).Select(ScalarMultiple.Of).ToList();
            var isWhole = true;
            foreach (var (scale, rest) in parts)
            {
                var present = rest is Constant ? constant : factors.TryGetValue(rest, out var value) ? value : 0;
                isWhole &= present != 0 && present == -factor * scale;
            }

            if (!isWhole) continue;
            foreach (var (_, rest) in parts)
            {
                if (rest is Constant) constant = 0;
                else factors.Remove(rest);
            }

            factors.Remove(term);
            var mirrored = Functions.Softplus.Of(ScalarMultiple.Negated(softplus.Argument));
            factors[mirrored] = factor + (factors.TryGetValue(mirrored, out var before) ? before : 0);
        }
    }
}
