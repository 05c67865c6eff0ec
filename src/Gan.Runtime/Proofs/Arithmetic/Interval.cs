namespace Gan.Runtime.Proofs.Arithmetic;

/// <summary>All numbers between two bounds, themselves included. Where an operation has no value for some of them it throws.</summary>
internal readonly record struct Interval(BigFloat Low, BigFloat High)
{
    public static readonly Interval All = new(-BigFloat.Infinity, BigFloat.Infinity);

    private static readonly Interval s_wave = new(-BigFloat.One, BigFloat.One);

    public bool IsBounded => !Low.IsInfinite && !High.IsInfinite;

    /// <summary>A number inside, to split at.</summary>
    public BigFloat Middle => IsBounded ? (BigFloat.Sum(Low, High, false) * new BigFloat(1, -1)).Round(false)
        : !High.IsInfinite ? -new Interval(-High, -Low).Middle
        : Low.Sign < 0 ? default : Low.Sign == 0 || Low == BigFloat.Tiny ? BigFloat.One : Low * new BigFloat(1, 1);

    public static Interval Point(BigFloat x) => new(x, x);

    /// <summary>Whether all values have the sign, zero among them unless strictly.</summary>
    public bool Has(int sign, bool strictly) => sign > 0 ? Low.Sign >= (strictly ? 1 : 0) : High.Sign <= (strictly ? -1 : 0);

    /// <summary>1 or −1 where all values have the sign; 0 where that is not known.</summary>
    public int Sign(bool strictly) => Has(1, strictly) ? 1 : Has(-1, strictly) ? -1 : 0;

    public static Interval operator +(Interval a, Interval b) => new(BigFloat.Sum(a.Low, b.Low, false), BigFloat.Sum(a.High, b.High, true));

    public static Interval operator -(Interval a) => new(-a.High, -a.Low);

    public static Interval operator *(Interval a, Interval b)
    {
        Span<BigFloat> corners = [a.Low * b.Low, a.Low * b.High, a.High * b.Low, a.High * b.High];
        var (low, high) = (corners[0], corners[0]);
        foreach (var corner in corners) (low, high) = (corner < low ? corner : low, corner > high ? corner : high);
        return new(low.Round(false), high.Round(true));
    }

    public Interval Inverse() => Sign(true) != 0 ? new(BigFloat.Quotient(BigFloat.One, High, false), BigFloat.Quotient(BigFloat.One, Low, true)) : throw new DivideByZeroException();

    public Interval Exp() => new(Low.Exp(false), High.Exp(true));

    public Interval Log() => Low.Sign > 0 ? new(Low.Log(false), High.Log(true)) : throw new ArithmeticException("log of a number that may not be positive");

    /// <summary>log(1 + eˣ): of numbers far below 0 it is eˣ but for its square, and of x above 0 it is x more than of −x.</summary>
    public Interval Softplus() => new(High: SoftplusOf(High).High, Low: SoftplusOf(Low).Low);

    public Interval Sin() => IsWave ? Enclose(static x => x.Wave(static y => y.SinCos().Sin), static x => x.Wave(static y => y.SinCos().Cos)) : s_wave;

    public Interval Cos() => IsWave ? Enclose(static x => x.Wave(static y => y.SinCos().Cos), static x => -x.Wave(static y => y.SinCos().Sin)) : s_wave;

    private bool IsWave => IsBounded && Middle.Magnitude <= 20 && BigFloat.Sum(High, -Low, true).Magnitude <= 3;

    public Interval Power(BigFloat p)
    {
        if (p.Sign < 0) return Power(-p).Inverse();
        if (p.Sign == 0) return Point(BigFloat.One);
        if (!p.IsWhole || p.Magnitude > 8) return Low.Sign > 0 ? (Log() * Point(p)).Exp() : Low.Sign == 0 ? new(default, High.Sign == 0 ? default : Point(High).Power(p).High) : throw new ArithmeticException("root of a number that may be negative");
        var n = (int)(p.Digits << (int)p.Exponent);
        var x = n % 2 == 1 || Low.Sign >= 0 ? this : High.Sign <= 0 ? -this : new(default, -Low > High ? -Low : High);
        return new(x.Low.Raise(n).Round(false), x.High.Raise(n).Round(true));
    }

    /// <summary>All values of a function: those between its values at the ends where its slope has a sign, else those of both halves, down to some width.</summary>
    /// <param name="values">Bounds of the function's values.</param>
    /// <param name="slopes">Bounds of its slopes.</param>
    /// <param name="halvings">How often the range is halved.</param>
    public Interval Enclose(Func<Interval, Interval> values, Func<Interval, Interval> slopes, int halvings = 3) => Low == High ? values(this)
        : slopes(this).Sign(false) != 0 ? values(Point(Low)).Union(values(Point(High)))
        : halvings == 0 ? values(this)
        : (this with { High = Middle }).Enclose(values, slopes, halvings - 1).Union((this with { Low = Middle }).Enclose(values, slopes, halvings - 1));

    /// <summary>The values that both hold.</summary>
    public Interval Intersect(Interval other) => new(Low > other.Low ? Low : other.Low, High < other.High ? High : other.High);

    public Interval Union(Interval other) => new(Low < other.Low ? Low : other.Low, High > other.High ? High : other.High);

    /// <summary>No value is further from that in the middle than the ends are.</summary>
    private Interval Wave(Func<BigFloat, Interval> wave)
    {
        var (left, right) = (BigFloat.Sum(Middle, -Low, true), BigFloat.Sum(High, -Middle, true));
        var (values, radius) = (wave(Middle), left > right ? left : right);
        return (values + new Interval(-radius, radius)).Intersect(s_wave);
    }

    private static Interval SoftplusOf(BigFloat x)
    {
        if (x.Sign > 0 && !x.IsInfinite) return Point(x) + SoftplusOf(-x);
        var e = Point(x).Exp();
        return e.High.Magnitude > -64 ? (Point(BigFloat.One) + e).Log() : new((e * (Point(BigFloat.One) + -e)).Low, e.High);
    }
}
