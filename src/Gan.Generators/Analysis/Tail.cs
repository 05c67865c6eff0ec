using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>One end of the line.</summary>
internal enum Tail
{
    Left = -1,
    Right = 1,
}

internal static class Tails
{
    // An enclosure from here on is enough for most.
    private static readonly double[] s_starts = [1, 16];

    // What a small number is before is outweighed in the end only.
    private static readonly double[] s_distances = [TailForm.Far, 1 << 24];

    // Of which polynomials an exponential is opened.
    private static readonly int[] s_degrees = [1, Polynomial.MaxDegree];

    public static string Text(this Tail tail) => tail == Tail.Right ? "∞" : "−∞";

    public static Interval From(this Tail tail, double distance) =>
        tail == Tail.Right ? Interval.AtLeast(distance) : Interval.AtMost(-distance);

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
    public static double? RisingFrom(Curve curve, Tail tail) =>
        Last(curve, tail) is { } last && SignProver.NotNegativeFrom(last.Slope) is { } from ? Math.Max(from, last.Range.Low) : null;

    /// <summary>How far from 0 the formula is seen to be above 0 up to the tail's end; null where it is not.</summary>
    public static double? PositiveFrom(Curve curve, Tail tail) =>
        Last(curve, tail) is { } last && SignProver.NotNegativeFrom(last.Formula) is { } from ? Math.Max(from, last.Range.Low) : null;

    /// <summary>How far from 0 one slope is seen to get ever smaller towards the tail's end, beside another one if one is given; null where it is not.</summary>
    public static double? VanishingFrom(Curve curve, Tail tail, Curve? beside = null)
    {
        if (Last(curve, tail) is not { } last) return null;
        var (from, other) = (Math.Max(TailForm.Far, last.Range.Low), beside is null ? null : Last(beside, tail));
        if (beside is not null && other is null) return null;
        return s_degrees.Select(degree => last.SlopeOnTail(degree) is not { } slope ? null
                : other is null ? From(slope, from)
                : other.SlopeOnTail(degree) is { IsZero: false } below ? From(slope * below.Inverse(), Math.Max(from, other.Range.Low)) : null)
            .FirstOrDefault(static found => found is not null);

        static double? From(Fraction ratio, double from) => new[] { from, 16 * from }.Where(start => PolynomialSigns.Vanishes(ratio, start)).Select(static start => (double?)start).FirstOrDefault();
    }

    /// <summary>Whether the formula is seen to fall below every number towards the tail's end: its slope stays below −c/t, so that it falls at least as a logarithm does.</summary>
    public static bool FallsForever(Curve curve, Tail tail) => SlopeBeside(ExpMonomial.One with { Power = -1 }, curve, tail) < 0;

    /// <summary>Whether the slope is seen to stay away from 0 towards the tail's end.</summary>
    public static bool StaysSteep(Curve curve, Tail tail) => SlopeBeside(ExpMonomial.One, curve, tail) != 0;

    /// <summary>The sign of a slope that stays as large as a multiple of a monomial, towards the tail's end turned to the right; 0 where that is not seen.</summary>
    private static int SlopeBeside(ExpMonomial monomial, Curve curve, Tail tail) => Last(curve, tail) is not { } last ? 0
        : s_degrees.Select(last.SlopeOnTail).OfType<Fraction>()
            .SelectMany(slope => s_distances.Select(distance => PolynomialSigns.OutweighsOnTail(slope, monomial, Math.Max(distance, last.Range.Low))))
            .FirstOrDefault(static sign => sign != 0);

    /// <summary>The piece that reaches to the tail's end, turned to the right; null where it is not understood.</summary>
    private static Piece? Last(Curve curve, Tail tail) => (tail == Tail.Right ? curve : curve.Mirrored()).Last;
}
