using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Asymptotics;

/// <summary>
/// Limits at ±∞ by asymptotic expansion in the scale exp(polynomial) · tᵖ · log(t)^q. What is claimed is proved:
/// the sign of each leading coefficient is known over the whole range of the hyperparameters, or the answer is unknown.
/// </summary>
internal static class Limits
{
    /// <param name="expression">The formula.</param>
    /// <param name="positive">Which end of the line: +∞ or −∞.</param>
    /// <param name="parameters">The ranges of the hyperparameters; one that is missing may be any number.</param>
    public static Limit At(Expr expression, bool positive, IReadOnlyDictionary<string, Interval>? parameters = null)
    {
        // At −∞ the mirrored formula is looked at from the other side.
        var formula = Simplifier.Simplify(positive ? expression : expression.ReplaceLogit(-Expr.T));
        var algebra = new SeriesAlgebra(parameters);
        try
        {
            return Of(algebra, algebra.Expand(formula));
        }
        catch (SeriesAlgebra.UndecidedException)
        {
            return Limit.Unknown;
        }
    }

    private static Limit Of(SeriesAlgebra algebra, Series series)
    {
        if (series.IsZero) return Finite(Expr.Zero, Interval.Point(0), 0);
        if (series.Terms.Count == 0)
        {
            // Nothing is known but how fast the whole vanishes.
            return algebra.Compare(series.Remainder!, Growth.One) < 0 ? Finite(Expr.Zero, Interval.Point(0), null) : Limit.Unknown;
        }

        var lead = series.Terms[0];
        var sign = algebra.TrySign(lead.Coefficient);
        var order = algebra.Compare(lead.Growth, Growth.One);
        if (order > 0) return sign is null ? Limit.Unknown : new(sign > 0 ? LimitKind.PlusInfinity : LimitKind.MinusInfinity, null, Interval.Empty, sign);
        return order < 0 ? Finite(Expr.Zero, Interval.Point(0), sign) : Finite(lead.Coefficient, algebra.Range(lead.Coefficient), sign);
    }

    private static Limit Finite(Expr value, Interval enclosure, int? sign) => new(LimitKind.Finite, value, enclosure, sign);
}
