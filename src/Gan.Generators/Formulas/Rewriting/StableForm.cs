using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>
/// Rewrites what overflows, underflows or cancels in floating point, such as log(1 + exp(t)) or exp(t)/(1 + exp(t)),
/// into forms that do not. The meaning over the reals stays.
/// </summary>
internal static class StableForm
{
    private const int MaxRounds = 10;

    /// <param name="expression">The formula.</param>
    /// <param name="parameters">The ranges of the hyperparameters: log(m + exp(t)) needs m to be positive.</param>
    public static Expr Rewrite(Expr expression, IReadOnlyDictionary<string, Interval>? parameters = null)
    {
        expression = Simplifier.Simplify(expression);
        // Most losses have nothing to rewrite.
        if (!expression.Has(static n => n is Call { HasLogit: true, Function.Name: "exp" or "log" or "log1p" or "sigmoid" })) return expression;
        for (var round = 0; round < MaxRounds; round++)
        {
            var next = Simplifier.Simplify(Once(expression, parameters));
            if (next.Equals(expression)) return next;
            expression = next;
        }

        return expression;
    }

    private static Expr Once(Expr expression, IReadOnlyDictionary<string, Interval>? parameters)
    {
        if (!expression.HasLogit || expression.Children.Count == 0) return expression;
        var children = expression.Children.Select(child => Once(child, parameters)).ToEquatableArray();
        var node = Simplifier.Simplify(expression.WithChildren(children));
        return node switch
        {
            Call { Function.Name: "log" } call => StableLogarithm.Of(call.Argument, parameters),
            Call { Function.Name: "log1p" } call => StableLogarithm.OfOnePlus(call.Argument, parameters),
            Call { Function.Name: "exp" } call => StableExponential.FromLog(call.Argument),
            Product product => StableExponential.OfProduct(product),
            Quotient { Denominator.HasLogit: false } quotient => WithoutCommonFactor(quotient),
            Quotient quotient => StableExponential.OfQuotient(quotient, parameters),
            Sum sum => StableSum.Of(sum),
            _ => node,
        };
    }

    /// <summary>(x + a·y)/a = x/a + y, so that a logarithm among the terms meets the exponential it belongs to.</summary>
    private static Expr WithoutCommonFactor(Quotient quotient)
    {
        var (above, below) = (quotient.Numerator, quotient.Denominator);
        var terms = above is Sum sum ? sum.Terms : new([above]);
        if (below is Constant || !terms.Any(IsMultiple)) return quotient;
        return terms.Aggregate(Expr.Zero, (total, term) => total + (IsMultiple(term) ? Divided(term) : term / below));

        bool IsMultiple(Expr term) => term.Equals(below) || (term is Product product && product.Factors.Contains(below));

        Expr Divided(Expr term)
        {
            var factors = term is Product product ? product.Factors.ToList() : [term];
            factors.Remove(below);
            return factors.Aggregate(Expr.One, static (all, factor) => all * factor);
        }
    }
}
