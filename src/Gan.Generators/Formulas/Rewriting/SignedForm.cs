using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>A quantity of either sign as a bounded cofactor times the exponential of a logarithm: eᵘ − 1 = tanh(u/2)·exp(softplus(u)). Neither part cancels near u = 0.</summary>
internal readonly record struct SignedForm(Expr Cofactor, Expr Log)
{
    /// <summary>The form of a factor; null where it neither overflows nor underflows as an exponential does.</summary>
    public static SignedForm? Of(Expr factor, IReadOnlyDictionary<string, Interval>? parameters)
    {
        if (!factor.HasLogit) return null;
        if (LogForm.Of(factor, parameters) is { Range: not DynamicRange.Ordinary } form) return new(Expr.One, form.Log);
        return factor switch
        {
            Call { Function.Name: "expm1" } call => new(Functions.Tanh.Of(call.Argument / 2), Functions.Softplus.Of(call.Argument)),
            Call { Function.Name: "square" } call => Power(Of(call.Argument, parameters), 2),
            Call { Function.Name: "pow" } call when call.Arguments[1] is Constant { Value: var p } && p == Math.Floor(p) => Power(Of(call.Argument, parameters), p),
            _ => null,
        };
    }

    /// <summary>All that is exponential in a product, and the rest.</summary>
    public static SignedForm OfProduct(IEnumerable<Expr> factors, IReadOnlyDictionary<string, Interval>? parameters)
    {
        var (cofactor, log) = (Expr.One, Expr.Zero);
        foreach (var factor in factors)
        {
            if (Of(factor, parameters) is var (bounded, inner)) (cofactor, log) = (cofactor * bounded, log + inner);
            else cofactor *= factor;
        }

        return new(cofactor, Simplifier.Simplify(log));
    }

    /// <summary>The product, where tanh(u/2)·exp(softplus(u)) is expm1(u) again.</summary>
    public Expr ToExpr()
    {
        var cofactor = Simplifier.Simplify(Cofactor);
        if (Log is Call { Function.Name: "softplus", Argument: var u })
        {
            var factors = cofactor is Product product ? product.Factors : new([cofactor]);
            var half = Simplifier.Simplify(Functions.Tanh.Of(u / 2));
            var (scale, tanh) = ScalarMultiple.Of(half);
            if (factors.Contains(tanh))
                return scale * factors.Where(factor => !factor.Equals(tanh)).Aggregate(Expr.One, static (all, factor) => all * factor) * Functions.Expm1.Of(u);
        }

        return cofactor * StableExponential.FromLog(Log);
    }

    private static SignedForm? Power(SignedForm? x, double power)
        => x is var (cofactor, log) ? new(Functions.Pow.Of(cofactor, power), power * log) : null;
}
