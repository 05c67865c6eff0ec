using Gan.Generators.Basics;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>
/// The derivative with respect to t. At a kink it is the value that TorchSharp's autograd gives for the printed tensor code:
/// relu′(0) = 0, abs′(0) = 0; a conditional is differentiated branch by branch.
/// </summary>
internal static class Derivative
{
    /// <summary>The simplified derivative.</summary>
    public static Expr Of(Expr expression) => expression.Slope ??= Simplifier.Simplify(Raw(expression));

    private static Expr Raw(Expr expression)
    {
        if (!expression.HasLogit) return Expr.Zero;
        switch (expression)
        {
            case Logit:
                return Expr.One;
            case Sum sum:
                return Total(sum.Terms.Select(Raw));
            case Product product:
                return Total(product.Factors.Select((_, i) => SlopeOfFactor(product, i)));
            case Quotient { Numerator: var n, Denominator: var d }:
                return d.HasLogit ? (Raw(n) / d) - (n * Raw(d) / Functions.Square.Of(d)) : Raw(n) / d;
            case Call call:
                return call.Function.Slope(call.Arguments, [.. call.Arguments.Select(Raw)]);
            case Conditional c:
                return Expr.If(c.Comparison, c.Left, c.Right, Raw(c.Then), Raw(c.Else));
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr.");
        }
    }

    private static Expr SlopeOfFactor(Product product, int index)
    {
        var slope = Raw(product.Factors[index]);
        return slope is Constant { Value: 0 } ? slope : new Product(product.Factors.Where((_, i) => i != index).Append(slope).ToEquatableArray());
    }

    private static Expr Total(IEnumerable<Expr> slopes)
    {
        var terms = slopes.Where(static term => term is not Constant { Value: 0 }).ToEquatableArray();
        return terms.Count switch
        {
            0 => Expr.Zero,
            1 => terms[0],
            _ => new Sum(terms),
        };
    }
}
