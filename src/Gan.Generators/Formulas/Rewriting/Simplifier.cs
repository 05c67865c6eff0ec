using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>Brings a formula into its canonical form. The meaning over the reals stays; simplifying twice changes nothing more.</summary>
internal static class Simplifier
{
    private const int MaxRounds = 20;

    public static Expr Simplify(Expr expression)
    {
        // Each round works from the leaves up; what one rule makes another may simplify.
        for (var round = 0; round < MaxRounds && !expression.IsCanonical; round++) expression = Once(expression);
        return expression;
    }

    private static Expr Once(Expr expression)
    {
        if (expression.IsCanonical) return expression;
        Work.Count(1);
        var children = expression.Children;
        var simplified = new Expr[children.Count];
        var isChanged = false;
        for (var i = 0; i < simplified.Length; i++)
        {
            simplified[i] = Once(children[i]);
            isChanged |= !ReferenceEquals(simplified[i], children[i]);
        }

        var result = (isChanged ? expression.WithChildren(new(simplified)) : expression) switch
        {
            Sum sum => SumRules.Apply(sum.Terms),
            Product product => ProductRules.Apply(product.Factors),
            Quotient quotient => QuotientRules.Apply(quotient.Numerator, quotient.Denominator),
            Call call => CallRules.Apply(call),
            Conditional conditional => ConditionalRules.Apply(conditional),
            var other => other,
        };
        if (!result.Equals(expression)) return result;
        expression.IsCanonical = true;
        return expression;
    }
}
