using Gan.Generators.Expressions;

namespace Gan.Generators.Analysis;

/// <summary>One end of the line.</summary>
internal enum Tail
{
    Left = -1,
    Right = 1,
}

internal static class Tails
{
    // An enclosure from here on is enough for most; a limit decides the rest.
    private static readonly double[] s_starts = [1, 16];

    private const double Far = 32;

    public static string Text(this Tail tail) => tail == Tail.Right ? "∞" : "−∞";

    public static Interval From(this Tail tail, double distance) =>
        tail == Tail.Right ? Interval.AtLeast(distance) : Interval.AtMost(-distance);

    /// <summary>What the formula tends to.</summary>
    public static Limit LimitOf(Expr formula, Tail tail) =>
        formula.Has(static n => n is Constant { Value: double.NaN or double.PositiveInfinity or double.NegativeInfinity })
            ? Limit.Unknown
            : Limits.At(formula, tail == Tail.Right);

    /// <summary>How far from 0 bounds of the formula's values up to the tail's end are finite below; null where they are not.</summary>
    public static double? BoundedFrom(Expr formula, Tail tail)
    {
        foreach (var start in s_starts)
        {
            if (IntervalEvaluator.Evaluate(formula, tail.From(start)) is { IsPartial: false, Low: > double.NegativeInfinity }) return start;
        }

        return null;
    }

    /// <summary>How far from 0 the formula is seen never to fall towards the tail's end; null where it is not.</summary>
    public static double? RisingFrom(Curve curve, Tail tail)
    {
        var last = Last(curve, tail);
        if (!last.IsSmooth || !last.IsDefined || SignProver.NotNegativeFrom(last.Slope) is not { } from) return null;
        return Math.Max(from, last.Range.Low);
    }

    /// <summary>How far from 0 one slope is seen to get ever smaller towards the tail's end, beside another one if one is given; null where it is not.</summary>
    public static double? VanishingFrom(Curve curve, Tail tail, Curve? beside = null)
    {
        var (last, other) = (Last(curve, tail), beside is null ? null : Last(beside, tail));
        if (!last.IsSmooth || other is { IsSmooth: false } || Fraction.Of(last.Slope) is not { } slope) return null;
        var from = new[] { Far, last.Range.Low, other?.Range.Low ?? 0 }.Max();
        var ratio = other is null ? slope : Fraction.Of(other.Slope) is { IsZero: false } below ? slope * below.Inverse() : null;
        return ratio is not null && PolynomialSigns.Vanishes(ratio, from) ? from : null;
    }

    /// <summary>The piece that reaches to the tail's end, turned to the right.</summary>
    private static Piece Last(Curve curve, Tail tail) => (tail == Tail.Right ? curve : curve.Mirrored()).Pieces[^1];
}
