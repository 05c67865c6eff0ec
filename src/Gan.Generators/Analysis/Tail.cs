using Gan.Generators.Formulas.Asymptotics;
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
    public static double? RisingFrom(Curve curve, Tail tail) =>
        Last(curve, tail) is { } last && SignProver.NotNegativeFrom(last.Slope) is { } from ? Math.Max(from, last.Range.Low) : null;

    /// <summary>How far from 0 the formula is seen to be above 0 up to the tail's end; null where it is not.</summary>
    public static double? PositiveFrom(Curve curve, Tail tail) =>
        Last(curve, tail) is { } last && SignProver.NotNegativeFrom(last.Formula) is { } from ? Math.Max(from, last.Range.Low) : null;

    /// <summary>How far from 0 one slope is seen to get ever smaller towards the tail's end, beside another one if one is given; null where it is not.</summary>
    public static double? VanishingFrom(Curve curve, Tail tail, Curve? beside = null)
    {
        if (Last(curve, tail) is not { } last) return null;
        var (from, other) = (Math.Max(Far, last.Range.Low), beside is null ? null : Last(beside, tail));
        if (beside is not null && other is null) return null;
        return new[] { 1, Polynomial.MaxDegree }.Select(degree => TailForm.Of(last.Slope, Far, degree) is not { } slope ? null
                : other is null ? From(slope, from)
                : TailForm.Of(other.Slope, Far, degree) is { IsZero: false } below ? From(slope * below.Inverse(), Math.Max(from, other.Range.Low)) : null)
            .FirstOrDefault(static found => found is not null);

        static double? From(Fraction ratio, double from) => new[] { from, 16 * from }.Where(start => PolynomialSigns.Vanishes(ratio, start)).Select(static start => (double?)start).FirstOrDefault();
    }

    /// <summary>The piece that reaches to the tail's end, turned to the right; null where it is not understood.</summary>
    private static Piece? Last(Curve curve, Tail tail)
    {
        var turned = tail == Tail.Right ? curve : curve.Mirrored();
        // Far out more is decided of what changes from one side to another.
        return new Func<Piece>[] { () => turned.Pieces[^1], () => new Curve(turned.Formula, Interval.AtLeast(Far)).Pieces[^1] }
            .Select(static piece => piece()).FirstOrDefault(static piece => piece.IsSmooth && piece.IsDefined);
    }
}
