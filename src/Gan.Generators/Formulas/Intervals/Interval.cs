using Gan.Generators.Basics;

namespace Gan.Generators.Formulas.Intervals;

/// <summary>
/// A set of real numbers between two bounds, each either in the set or not; an infinite bound never is.
/// <see cref="IsPartial"/> says that the expression it encloses may be undefined somewhere; the bounds hold where it is defined.
/// </summary>
internal readonly record struct Interval
{
    private Interval(double low, double high, bool lowOpen, bool highOpen, bool isPartial)
    {
        Low = low + 0.0;
        High = high + 0.0;
        LowOpen = lowOpen || double.IsInfinity(low);
        HighOpen = highOpen || double.IsInfinity(high);
        IsPartial = isPartial;
    }

    public double Low { get; }

    public double High { get; }

    /// <summary>Whether every value is strictly greater than <see cref="Low"/>.</summary>
    public bool LowOpen { get; }

    /// <summary>Whether every value is strictly less than <see cref="High"/>.</summary>
    public bool HighOpen { get; }

    public bool IsPartial { get; }

    /// <summary>All real numbers.</summary>
    public static readonly Interval All = Of(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>No number, because nothing was asked.</summary>
    public static readonly Interval Empty = Of(double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>No number, because the expression is nowhere defined.</summary>
    public static readonly Interval Undefined = Empty.Partial();

    public bool IsEmpty => Low > High || (Low == High && (LowOpen || HighOpen));

    public bool IsPoint => Low == High && !IsEmpty;

    /// <summary>Whether both bounds are finite.</summary>
    public bool IsBounded => !double.IsInfinity(Low) && !double.IsInfinity(High);

    public bool IsPositive => !IsEmpty && (Low > 0 || (Low == 0 && LowOpen));

    public bool IsNegative => !IsEmpty && (High < 0 || (High == 0 && HighOpen));

    public bool IsNotNegative => !IsEmpty && Low >= 0;

    public bool IsNotPositive => !IsEmpty && High <= 0;

    public double Width => High - Low;

    /// <summary>A finite number inside, for splitting.</summary>
    public double Middle => (double.IsInfinity(Low), double.IsInfinity(High)) switch
    {
        (true, true) => 0,
        (true, false) => High > 0 ? 0 : High == 0 ? -1 : High * 2,
        (false, true) => Low < 0 ? 0 : Low == 0 ? 1 : Low * 2,
        _ => Low + ((High - Low) / 2) is var middle && double.IsInfinity(middle) ? (Low / 2) + (High / 2) : middle,
    };

    public static Interval Of(double low, double high, bool lowOpen = false, bool highOpen = false) => new(low, high, lowOpen, highOpen, false);

    public static Interval Point(double value) => Of(value, value);

    public static Interval AtLeast(double low) => Of(low, double.PositiveInfinity);

    public static Interval AtMost(double high) => Of(double.NegativeInfinity, high);

    /// <summary>Whether the value lies within the bounds.</summary>
    public bool Contains(double value) =>
        (value > Low || (value == Low && !LowOpen)) && (value < High || (value == High && !HighOpen));

    /// <summary>The same, and partial if it was or if asked for.</summary>
    public Interval Partial(bool isPartial = true) => new(Low, High, LowOpen, HighOpen, IsPartial || isPartial);

    /// <summary>What both contain.</summary>
    public Interval Intersect(Interval other)
    {
        var low = Low > other.Low || (Low == other.Low && LowOpen) ? this : other;
        var high = High < other.High || (High == other.High && HighOpen) ? this : other;
        return new(low.Low, high.High, low.LowOpen, high.HighOpen, IsPartial || other.IsPartial);
    }

    /// <summary>The smallest interval around both.</summary>
    public Interval Union(Interval other)
    {
        if (IsEmpty) return other.Partial(IsPartial);
        if (other.IsEmpty) return Partial(other.IsPartial);
        var low = Low < other.Low || (Low == other.Low && !LowOpen) ? this : other;
        var high = High > other.High || (High == other.High && !HighOpen) ? this : other;
        return new(low.Low, high.High, low.LowOpen, high.HighOpen, IsPartial || other.IsPartial);
    }

    /// <summary>The two halves, which share the number in the middle.</summary>
    public (Interval Lower, Interval Upper) Split() => (new(Low, Middle, LowOpen, false, IsPartial), new(Middle, High, false, HighOpen, IsPartial));

    public static Interval operator -(Interval a) => new(-a.High, -a.Low, a.HighOpen, a.LowOpen, a.IsPartial);

    public static Interval operator +(Interval a, Interval b)
    {
        if (a.IsEmpty || b.IsEmpty) return Empty.Partial(a.IsPartial || b.IsPartial);
        return new(Rounding.AddDown(a.Low, b.Low), Rounding.AddUp(a.High, b.High), a.LowOpen || b.LowOpen, a.HighOpen || b.HighOpen, a.IsPartial || b.IsPartial);
    }

    public static Interval operator -(Interval a, Interval b) => a + -b;

    public override string ToString() =>
        (IsEmpty ? "∅" : $"{(LowOpen ? "(" : "[")}{Numbers.Text(Low)}, {Numbers.Text(High)}{(HighOpen ? ")" : "]")}") + (IsPartial ? "?" : "");
}
