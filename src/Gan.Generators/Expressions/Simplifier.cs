namespace Gan.Generators.Expressions;

/// <summary>Brings a formula into its canonical form. The meaning over the reals stays; simplifying twice changes nothing more.</summary>
internal static class Simplifier
{
    private const int MaxRounds = 20;

    public static Expr Simplify(Expr expression)
    {
        // Each round works from the leaves up; what one rule makes another may simplify.
        for (var round = 0; round < MaxRounds; round++)
        {
            var next = Once(expression);
            if (next.Equals(expression)) return next;
            expression = next;
        }

        return expression;
    }

    private static Expr Once(Expr expression)
    {
        var children = expression.Children;
        if (children.Count == 0) return expression;
        var simplified = children.Select(Once).ToEquatableArray();
        return expression.WithChildren(simplified) switch
        {
            Sum sum => SumRules.Apply(sum.Terms),
            Product product => ProductRules.Apply(product.Factors),
            Quotient quotient => QuotientRules.Apply(quotient.Numerator, quotient.Denominator),
            Call call => CallRules.Apply(call),
            Conditional conditional => ConditionalRules.Apply(conditional),
            var other => other,
        };
    }
}
