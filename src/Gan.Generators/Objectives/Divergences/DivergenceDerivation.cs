using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Objectives.Divergences;

/// <summary>
/// The discriminator's losses of an f-divergence in the logit v = log(p/q):
/// Real(v) = -f'(e^v) and Fake(v) = e^v f'(e^v) - f(e^v) (Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709, with T = f'(e^v)).
/// </summary>
internal static class DivergenceDerivation
{
    /// <param name="f">f, whose variable u is the node <see cref="Logit"/>.</param>
    public static (Expr Real, Expr Fake) Derive(Expr f)
    {
        f = Simplifier.Simplify(f);
        if (TotalVariationScale(f) is { } scale)
        {
            // f' is a step: its gradient in v is 0. The paper's activation keeps T within [-c, c], where f* is the identity.
            var activation = scale * Functions.Tanh.Of(Expr.T);
            return (Simplifier.Simplify(-activation), Simplifier.Simplify(activation));
        }

        var slope = Derivative.Of(f);
        return (LogRatioForm.Of(PowerSum.Of(-slope)), LogRatioForm.Of(PowerSum.Of((Expr.T * slope) - f)));
    }

    /// <summary>c of c·|u - 1|; null for another f.</summary>
    public static double? TotalVariationScale(Expr f)
        => ScalarMultiple.Of(f) is ({ } scale, Call { Function.Name: "abs" } call) && PowerSum.LineOf(call.Argument) is var (slope, offset) && slope == -offset
            ? scale * Math.Abs(slope)
            : null;
}
