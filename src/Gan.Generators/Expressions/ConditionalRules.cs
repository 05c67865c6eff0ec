namespace Gan.Generators.Expressions;

/// <summary>The canonical conditional: compares with &gt; or &gt;=, a side with t on the left; decided ones vanish.</summary>
internal static class ConditionalRules
{
    public static Expr Apply(Conditional c)
    {
        if (c.Then.Equals(c.Else)) return c.Then;
        if (c.Left is Constant a && c.Right is Constant b) return c.Comparison.Holds(a.Value, b.Value) ? c.Then : c.Else;

        // Everything that compares a difference with zero compares in one way.
        var (factor, rest) = Split(Simplifier.Simplify(c.Left - c.Right), out var bound);
        var comparison = factor < 0 ? c.Comparison.Swap() : c.Comparison;
        if (rest is Constant) return c.Comparison.Holds(bound, 0) ? c.Then : c.Else;
        Expr right = -bound / factor;
        var result = comparison is Comparison.Greater or Comparison.GreaterOrEqual
            ? new Conditional(comparison, rest, right, c.Then, c.Else)
            : new Conditional(comparison.Not(), rest, right, c.Else, c.Then);
        return Recognise(result);
    }

    /// <summary>A difference as factor · rest + bound.</summary>
    private static Scaled Split(Expr difference, out double bound)
    {
        bound = 0;
        if (difference is Constant c)
        {
            bound = c.Value;
            return new(1, Expr.One);
        }

        if (difference is Sum { Terms: var terms } && terms[terms.Count - 1] is Constant last)
        {
            bound = last.Value;
            difference = terms.Count == 2 ? terms[0] : new Sum(terms.Take(terms.Count - 1).ToEquatableArray());
        }

        if (difference is Sum sum && Signs.IsNegative(sum.Terms[0])) return new(-1, Scaled.Negated(sum));
        return Scaled.Of(difference);
    }

    /// <summary>x &gt; 0 ? x : 0 is relu(x), which has the same slope at 0.</summary>
    private static Expr Recognise(Conditional c) => c switch
    {
        { Comparison: Comparison.Greater, Right: Constant { Value: 0 }, Else: Constant { Value: 0 } } when c.Then.Equals(c.Left) => Functions.Relu.Of(c.Left),
        _ => c,
    };
}
