namespace Gan.Generators.Expressions;

/// <summary>
/// The derivative with respect to t. At a kink it is the value that TorchSharp's autograd gives for the printed tensor code:
/// relu′(0) = 0, abs′(0) = 0; a conditional is differentiated branch by branch.
/// </summary>
internal static class Derivative
{
    /// <summary>The simplified derivative.</summary>
    public static Expr Of(Expr expression) => Simplifier.Simplify(Raw(expression));

    private static Expr Raw(Expr expression)
    {
        if (!expression.HasLogit) return Expr.Zero;
        switch (expression)
        {
            case Logit:
                return Expr.One;
            case Sum sum:
                return sum.Terms.Aggregate(Expr.Zero, (total, term) => total + Raw(term));
            case Product product:
                var total = Expr.Zero;
                for (var i = 0; i < product.Factors.Count; i++) total += SlopeOfFactor(product, i);
                return total;
            case Quotient { Numerator: var n, Denominator: var d }:
                return d.HasLogit ? (Raw(n) / d) - (n * Raw(d) / Functions.Square.Of(d)) : Raw(n) / d;
            case Call call:
                return call.Function.Slope(call.Arguments, [.. call.Arguments.Select(Raw)]);
            case Conditional c:
                return Functions.If(c.Comparison, c.Left, c.Right, Raw(c.Then), Raw(c.Else));
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr.");
        }
    }

    private static Expr SlopeOfFactor(Product product, int index)
    {
        var slope = Raw(product.Factors[index]);
        for (var i = 0; i < product.Factors.Count; i++)
        {
            if (i != index) slope = product.Factors[i] * slope;
        }

        return slope;
    }
}
