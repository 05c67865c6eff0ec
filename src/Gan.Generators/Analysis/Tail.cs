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

    public static string Text(this Tail tail) => tail == Tail.Right ? "∞" : "−∞";

    public static Interval From(this Tail tail, double distance) =>
        tail == Tail.Right ? Interval.AtLeast(distance) : Interval.AtMost(-distance);

    /// <summary>What the formula tends to.</summary>
    public static Limit LimitOf(Expr formula, Tail tail) =>
        formula.Has(static n => n is Constant { Value: double.NaN or double.PositiveInfinity or double.NegativeInfinity })
            ? Limit.Unknown
            : Limits.At(formula, tail == Tail.Right);

    /// <summary>A range that holds the formula's values from some number on to the tail's end, if one is bounded below.</summary>
    public static bool IsBoundedBelow(Expr formula, Tail tail) =>
        s_starts.Any(start => IntervalEvaluator.Evaluate(formula, tail.From(start)) is { IsPartial: false, Low: > double.NegativeInfinity });
}
