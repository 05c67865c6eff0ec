using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>The canonical conditional: compares with &gt; or &gt;=, a side with t on the left; decided ones vanish.</summary>
internal static class ConditionalRules
{
    public static Expr Apply(Conditional c)
    {
        if (c.Then.Equals(c.Else)) return c.Then;
        if (c.Left is Constant a && c.Right is Constant b) return c.Comparison.Holds(a.Value, b.Value) ? c.Then : c.Else;

        // Whatever is compared, it is a difference with t against the rest.
        var (factor, rest, bound) = Split(Simplifier.Simplify(c.Left - c.Right));
        var comparison = factor < 0 ? c.Comparison.Swap() : c.Comparison;
        if (rest is Constant) return c.Comparison.Holds(bound.Evaluate(0), 0) ? c.Then : c.Else;
        var right = Simplifier.Simplify(bound / -factor);
        var result = comparison is Comparison.Greater or Comparison.GreaterOrEqual
            ? new Conditional(comparison, rest, right, c.Then, c.Else)
            : new Conditional(comparison.Not(), rest, right, c.Else, c.Then);
        return Recognise(result);
    }

    /// <summary>A difference as factor · left + bound; the bound has no t, and is a number alone if nothing has.</summary>
    private static (double Factor, Expr Left, Expr Bound) Split(Expr difference)
    {
        if (difference is Constant) return (1, Expr.One, difference);
        var terms = difference is Sum sum ? sum.Terms : new([difference]);
        var bounding = terms.Where(t => difference.HasLogit ? !t.HasLogit : t is Constant).ToList();
        var left = terms.Where(t => !bounding.Contains(t)).ToList();
        var bound = bounding.Aggregate(Expr.Zero, (total, term) => total + term);
        Expr rest = left.Count == 1 ? left[0] : new Sum(left.ToEquatableArray());
        if (rest is Sum && Signs.IsNegative(left[0])) return (-1, ScalarMultiple.Negated(rest), bound);
        var (factor, inner) = ScalarMultiple.Of(rest);
        return (factor, inner, bound);
    }

    /// <summary>x &gt; 0 ? x : 0 is relu(x), which has the same slope at 0.</summary>
    private static Expr Recognise(Conditional c) => c switch
    {
        { Comparison: Comparison.Greater, Right: Constant { Value: 0 }, Else: Constant { Value: 0 } } when c.Then.Equals(c.Left) => Functions.Relu.Of(c.Left),
        _ => c,
    };
}
