namespace Gan.Generators.Formulas.Intervals;

internal static partial class IntervalMath
{
    private static readonly Interval Positive = Interval.Of(0, double.PositiveInfinity, lowOpen: true);
    private static readonly Interval NotNegative = Interval.AtLeast(0);
    private static readonly Interval NotPositive = Interval.AtMost(0);

    public static Interval Exp(Interval x) => Increasing(x, Math.Exp, Rounding.ElementaryUlps, Positive, 0, 1);

    public static Interval Expm1(Interval x) =>
        Increasing(x, RealMath.Expm1, Rounding.ComposedUlps, Interval.Of(-1, double.PositiveInfinity, lowOpen: true), 0, 0);

    public static Interval Log(Interval x) => Increasing(Within(x, Positive), Math.Log, Rounding.ElementaryUlps, Interval.All, 1, 0);

    public static Interval Log1p(Interval x) =>
        Increasing(Within(x, Interval.Of(-1, double.PositiveInfinity, lowOpen: true)), RealMath.Log1p, Rounding.ComposedUlps, Interval.All, 0, 0);

    public static Interval Sqrt(Interval x) => Increasing(Within(x, NotNegative), Math.Sqrt, 1, NotNegative, 0, 0);

    public static Interval Softplus(Interval x) => Increasing(x, RealMath.Softplus, Rounding.ComposedUlps, Positive, 0, null);

    public static Interval Sigmoid(Interval x) => Increasing(x, RealMath.Sigmoid, Rounding.ComposedUlps, Interval.Of(0, 1, true, true), 0, 0.5);

    public static Interval Tanh(Interval x) => Increasing(x, Math.Tanh, Rounding.ElementaryUlps, Interval.Of(-1, 1, true, true), 0, 0);

    public static Interval Relu(Interval x) => Max(x, Interval.Point(0));

    public static Interval LeakyRelu(Interval x, Interval slope) => x.Intersect(NotNegative).Union(Multiply(slope, x.Intersect(NotPositive)));

    public static Interval Elu(Interval x, Interval alpha) => x.Intersect(NotNegative).Union(Multiply(alpha, Expm1(x.Intersect(NotPositive))));

    public static Interval Sin(Interval x) => Wave(x, Math.Sin, Math.PI / 2);

    public static Interval Cos(Interval x) => Wave(x, Math.Cos, 0);

    public static Interval Pow(Interval x, Interval exponent)
    {
        if (x.IsEmpty || exponent.IsEmpty) return Interval.Empty.Partial(x.IsPartial || exponent.IsPartial);
        if (exponent.IsPoint) return Pow(x, exponent.Low).Partial(exponent.IsPartial);
        // A negative base has powers for some exponents only.
        if (!x.IsNotNegative) return Interval.All.Partial();
        var power = Exp(Multiply(exponent, Log(x.Intersect(Positive))));
        return x.IsPositive ? power : power.Union(Interval.Of(0, 1)).Partial();
    }

    private static Interval Pow(Interval x, double exponent)
    {
        if (exponent == 0) return Interval.Point(1).Partial(x.IsPartial);
        if (exponent < 0) return Reciprocal(Pow(x, -exponent));
        var isWhole = exponent == Math.Floor(exponent);
        Interval Raise(Interval argument) => Increasing(argument, a => Math.Pow(a, exponent), Rounding.ElementaryUlps, NotNegative, 0, 0);
        if (!isWhole) return Raise(Within(x, NotNegative));
        if (exponent % 2 == 0) return Raise(Abs(x));
        return (x.High > 0 ? Raise(x.Intersect(NotNegative)) : Interval.Empty)
            .Union(x.Low < 0 ? -Raise((-x).Intersect(NotNegative)) : x.Intersect(Interval.Point(0)))
            .Partial(x.IsPartial);
    }

    /// <summary>The part of the argument in the function's domain.</summary>
    private static Interval Within(Interval x, Interval domain)
    {
        var inside = x.Intersect(domain);
        return inside.Partial(inside.Low != x.Low || inside.LowOpen != x.LowOpen);
    }

    /// <summary>
    /// A strictly increasing function, from its values at the bounds; it passes exactly through the anchor, and never leaves its range.
    /// </summary>
    private static Interval Increasing(Interval x, Func<double, double> f, int ulps, Interval range, double anchor, double? anchorValue)
    {
        if (x.IsEmpty) return x;
        var low = Rounding.Down(f(x.Low), ulps);
        var high = Rounding.Up(f(x.High), ulps);
        if (anchorValue is { } value)
        {
            if (x.Low >= anchor) low = Math.Max(low, value);
            if (x.High <= anchor) high = Math.Min(high, value);
        }

        return Interval.Of(low, high, x.LowOpen, x.HighOpen).Intersect(range).Partial(x.IsPartial);
    }

    private static Interval Wave(Interval x, Func<double, double> f, double peak)
    {
        if (x.IsEmpty) return x;
        var whole = Interval.Of(-1, 1).Partial(x.IsPartial);
        if (!x.IsBounded || x.Width >= 6 || Math.Abs(x.Low) > 1e8 || Math.Abs(x.High) > 1e8) return whole;
        var (a, b) = (f(x.Low), f(x.High));
        var low = HasPeak(x, peak + Math.PI) ? -1 : Rounding.Down(Math.Min(a, b), Rounding.ElementaryUlps);
        var high = HasPeak(x, peak) ? 1 : Rounding.Up(Math.Max(a, b), Rounding.ElementaryUlps);
        return Interval.Of(low, high).Intersect(whole);
    }

    // Generous at the bounds: a peak too many only widens the enclosure.
    private static bool HasPeak(Interval x, double peak)
    {
        const double slack = 1e-6;
        var next = peak + (2 * Math.PI * Math.Ceiling((x.Low - slack - peak) / (2 * Math.PI)));
        return next <= x.High + slack;
    }
}
