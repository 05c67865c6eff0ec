namespace Gan.Runtime.Proofs.Arithmetic;

/// <summary>All numbers between two bounds, themselves included. Where an operation has no value for some of them it throws.</summary>
internal readonly record struct Interval(BigFloat Low, BigFloat High)
{
    public static readonly Interval All = new(-BigFloat.Infinity, BigFloat.Infinity);

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

    /// <summary>log(1 + eˣ): of numbers far below 0 it is eˣ but for its square.</summary>
    public Interval Softplus() => new(High: SoftplusOf(High).High, Low: SoftplusOf(Low).Low);

    public Interval Sin() => Wave(static x => x.SinCos().Sin);

    public Interval Cos() => Wave(static x => x.SinCos().Cos);

    public Interval Power(BigFloat p)
    {
        if (p.Sign < 0) return Power(-p).Inverse();
        if (!p.IsWhole || p.Magnitude > 8) return Low.Sign > 0 ? (Log() * Point(p)).Exp() : Low.Sign == 0 ? new(default, High.Sign == 0 ? default : Point(High).Power(p).High) : throw new ArithmeticException("root of a number that may be negative");
        var n = (int)(p.Digits << (int)p.Exponent);
        var x = n % 2 == 1 || Low.Sign >= 0 ? this : High.Sign <= 0 ? -this : new(default, -Low > High ? -Low : High);
        return new(x.Low.Raise(n).Round(false), x.High.Raise(n).Round(true));
    }

    public Interval Union(Interval other) => new(Low < other.Low ? Low : other.Low, High > other.High ? High : other.High);

    /// <summary>No value is further from that in the middle than the ends are.</summary>
    private Interval Wave(Func<BigFloat, Interval> wave)
    {
        var whole = new Interval(-BigFloat.One, BigFloat.One);
        if (!IsBounded || Middle.Magnitude > 20 || BigFloat.Sum(High, -Low, true).Magnitude > 3) return whole;
        if (BigFloat.Sum(High, -Low, true).Magnitude > -1) return (this with { High = Middle }).Wave(wave).Union((this with { Low = Middle }).Wave(wave));
        var (left, right) = (BigFloat.Sum(Middle, -Low, true), BigFloat.Sum(High, -Middle, true));
        var (values, radius) = (wave(Middle), left > right ? left : right);
        values += new Interval(-radius, radius);
        return new(values.Low < whole.Low ? whole.Low : values.Low, values.High > whole.High ? whole.High : values.High);
    }

    private static Interval SoftplusOf(BigFloat x)
    {
        var e = Point(x).Exp();
        return e.High.Magnitude > -64 ? (Point(BigFloat.One) + e).Log() : new((e * (Point(BigFloat.One) + -e)).Low, e.High);
    }
}
