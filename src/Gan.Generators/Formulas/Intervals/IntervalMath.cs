namespace Gan.Generators.Formulas.Intervals;

/// <summary>Enclosures of products, quotients and functions over intervals.</summary>
internal static partial class IntervalMath
{
    public static Interval Multiply(Interval a, Interval b)
    {
        if (a.IsEmpty || b.IsEmpty) return Interval.Empty.Partial(a.IsPartial || b.IsPartial);
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        bool lowOpen = true, highOpen = true;
        Corner(a.Low, a.LowOpen, b.Low, b.LowOpen);
        Corner(a.Low, a.LowOpen, b.High, b.HighOpen);
        Corner(a.High, a.HighOpen, b.Low, b.LowOpen);
        Corner(a.High, a.HighOpen, b.High, b.HighOpen);
        return Interval.Of(low, high, lowOpen, highOpen).Partial(a.IsPartial || b.IsPartial);

        void Corner(double x, bool xOpen, double y, bool yOpen)
        {
            // A corner is attained if both bounds are, or if one is an attained zero.
            var open = (xOpen || yOpen) && !(x == 0 && !xOpen) && !(y == 0 && !yOpen);
            var (down, up) = (Rounding.MultiplyDown(x, y), Rounding.MultiplyUp(x, y));
            if (down <= low) (low, lowOpen) = (down, open && (down < low || lowOpen));
            if (up >= high) (high, highOpen) = (up, open && (up > high || highOpen));
        }
    }

    public static Interval Divide(Interval a, Interval b) => Multiply(a, Reciprocal(b));

    public static Interval Reciprocal(Interval x)
    {
        if (x.IsEmpty) return x;
        if (x.Low == 0 && x.High == 0) return Interval.Undefined;
        if (x.Low < 0 && x.High > 0) return Interval.All.Partial();
        // A bound of zero is approached but never divided by.
        if (x.Low == 0) return Interval.Of(Rounding.ReciprocalDown(x.High), double.PositiveInfinity, x.HighOpen).Partial(x.IsPartial || !x.LowOpen);
        if (x.High == 0) return -Reciprocal(-x);
        return x.Low > 0
            ? Interval.Of(Rounding.ReciprocalDown(x.High), Rounding.ReciprocalUp(x.Low), x.HighOpen, x.LowOpen).Partial(x.IsPartial)
            : -Reciprocal(-x);
    }

    public static Interval Square(Interval x)
    {
        if (x.IsEmpty) return x;
        var magnitude = Abs(x);
        return Interval.Of(
            Rounding.MultiplyDown(magnitude.Low, magnitude.Low), Rounding.MultiplyUp(magnitude.High, magnitude.High),
            magnitude.LowOpen, magnitude.HighOpen).Partial(x.IsPartial);
    }

    public static Interval Abs(Interval x)
    {
        if (x.IsEmpty || x.Low >= 0) return x;
        if (x.High <= 0) return -x;
        var mirrored = -x;
        var high = x.High > mirrored.High || (x.High == mirrored.High && !x.HighOpen) ? x : mirrored;
        return Interval.Of(0, high.High, false, high.HighOpen).Partial(x.IsPartial);
    }

    public static Interval Max(Interval a, Interval b)
    {
        if (a.IsEmpty || b.IsEmpty) return Interval.Empty.Partial(a.IsPartial || b.IsPartial);
        var low = a.Low > b.Low || (a.Low == b.Low && a.LowOpen) ? a : b;
        var high = a.High > b.High || (a.High == b.High && !a.HighOpen) ? a : b;
        return Interval.Of(low.Low, high.High, low.LowOpen, high.HighOpen).Partial(a.IsPartial || b.IsPartial);
    }

    public static Interval Min(Interval a, Interval b) => -Max(-a, -b);

    public static Interval Sign(Interval x)
    {
        if (x.IsEmpty) return x;
        return Interval.Of(x.IsPositive ? 1 : x.Low >= 0 ? 0 : -1, x.IsNegative ? -1 : x.High <= 0 ? 0 : 1).Partial(x.IsPartial);
    }
}
