using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>The logit that D gives where real and fake are equally likely: a zero of Real′ + Fake′, or bounds around one; else the end of its range, where both together rise from it.</summary>
internal static class BalancedLogit
{
    private const double SearchRadius = 64;

    /// <summary>The number or the two doubles around it; null where none is found.</summary>
    public static Interval? Of(Curve real, Curve fake)
    {
        if (Simplifier.Simplify(fake.Formula.ReplaceLogit(-Expr.T)).Equals(real.Formula)) return Interval.Point(0);
        var slope = Simplifier.Simplify(real.Slope + fake.Slope);
        if (IsZero(slope, 0)) return Interval.Point(0);
        if (!double.IsInfinity(real.Range.Low) && At(slope, real.Range.Low).IsPositive) return Interval.Point(real.Range.Low);
        return Bracket(slope, real.Range) is var (low, high) ? Narrow(slope, low, high) : null;
    }

    /// <summary>The number for people: the short one, where one lies within the bounds.</summary>
    public static double Value(Interval balanced) => Math.Round(balanced.Middle, 12) is var rounded && balanced.Contains(rounded) ? rounded : balanced.Middle;

    private static bool IsZero(Expr slope, double t) =>
        IntervalEvaluator.Evaluate(slope, Interval.Point(t)) is { IsPoint: true, Low: 0, IsPartial: false };

    /// <summary>Two numbers between which the slope changes its sign, the nearest to 0 first.</summary>
    private static (double Low, double High)? Bracket(Expr slope, Interval range)
    {
        for (var width = 0.5; width <= SearchRadius; width *= 2)
        {
            var (low, high) = (Math.Max(-width, range.Low), Math.Min(width, range.High));
            if (slope.Evaluate(low) * slope.Evaluate(high) <= 0) return (low, high);
        }

        return null;
    }

    private static Interval? Narrow(Expr slope, double low, double high)
    {
        if (slope.Evaluate(low) == 0 && IsZero(slope, low)) return Interval.Point(low);
        if (slope.Evaluate(high) == 0 && IsZero(slope, high)) return Interval.Point(high);
        var rises = slope.Evaluate(low) < 0;
        for (var i = 0; i < 80; i++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) break;
            var value = slope.Evaluate(middle);
            if (value == 0 && IsZero(slope, middle)) return Interval.Point(middle);
            if (value < 0 == rises) low = middle;
            else high = middle;
        }

        // Rounded values found it; enclosures on both sides prove that it lies between.
        for (var radius = Math.Max(high - low, 1e-15); radius < 1e-6; radius *= 8)
        {
            var (a, b) = (At(slope, low - radius), At(slope, high + radius));
            if ((a.IsNegative && b.IsPositive) || (a.IsPositive && b.IsNegative)) return Interval.Of(low - radius, high + radius);
        }

        return null;
    }

    private static Interval At(Expr slope, double t) => IntervalEvaluator.Evaluate(slope, Interval.Point(t));
}
