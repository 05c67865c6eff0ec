using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Oracle;

/// <summary>
/// The discriminator's losses of an f-divergence, from the numbers of f alone: Real(v) = -f'(e^v) and Fake(v) = e^v f'(e^v) - f(e^v)
/// (Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709, with T = f'(e^v)).
/// </summary>
internal static class DivergenceLosses
{
    /// <param name="f">f as a function of u.</param>
    public static (DeclaredLoss Real, DeclaredLoss Fake) Of(DeclaredLoss f)
    {
        return (
            logit => RatioOf(logit) is { IsUnknown: false } u ? Differentiated(f, u, static (u, value, slope) => -slope) : new(Ball.Unknown, false),
            logit => RatioOf(logit) is { IsUnknown: false } u ? Differentiated(f, u, static (u, value, slope) => (u * slope) - value) : new(Ball.Unknown, false));
    }

    private static Ball RatioOf(Ball logit)
        => new BallEvaluator(logit, logit.Middle.Bits, new Dictionary<string, double>()).Evaluate(Functions.Exp.Of(Expr.T)) ?? Ball.Unknown;

    private static LossSample Differentiated(DeclaredLoss f, Ball u, Func<Ball, Ball, Ball, Ball> loss)
    {
        var here = f(u);
        // The step is small beside u, and u itself known far better than that.
        var slope = Difference.Slope(x => f(x).Value, u.Middle, u.Middle.Magnitude - (u.Middle.Bits / 3));
        return new(here.Value is { } value && slope is { } s ? loss(u, value, s) : null, here.IsKink);
    }
}
