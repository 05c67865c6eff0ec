using System.Numerics;

namespace Gan.Runtime.Proofs.Arithmetic;

/// <summary>
/// The number Digits·2^Exponent. Sums and products are exact; a bound is rounded to 128 bits, up or down. Infinity stands beyond all numbers,
/// Tiny between 0 and all that are positive: a lower bound that no value attains.
/// </summary>
internal readonly record struct BigFloat : IComparable<BigFloat>
{
    private const int Bits = 128, Fraction = 2 * Bits;
    private const long Limit = 1L << 36;

    public static readonly BigFloat One = new(1, 0), Infinity = new(1, 4 * Limit), Tiny = new(1, -4 * Limit);

    // Series are summed in integers of 2^-256, of which fewer than 2^60 are lost.
    private static readonly BigInteger s_one = BigInteger.One << Fraction, s_slack = BigInteger.One << 60, s_log2 = 2 * ArTanh(s_one / 3);

    public BigFloat(BigInteger digits, long exponent)
    {
        var zeros = digits.IsZero ? 0 : (int)BigInteger.TrailingZeroCount(digits);
        (Digits, Exponent) = digits.IsZero ? (digits, 0) : (digits >> zeros, exponent + zeros);
    }

    public BigInteger Digits { get; }

    public long Exponent { get; }

    public int Sign => Digits.Sign;

    /// <summary>The whole number below.</summary>
    public BigFloat Whole => IsWhole ? this : new(Digits >> (int)Math.Min(-Exponent, int.MaxValue), 0);

    public bool IsWhole => Exponent >= 0;

    /// <summary>The power of two just above the size.</summary>
    public long Magnitude => Sign == 0 ? -8 * Limit : Exponent + (long)BigInteger.Abs(Digits).GetBitLength();

    public bool IsInfinite => Magnitude > Limit + 1;

    public static BigFloat Of(double value) => double.IsInfinity(value) ? new(Math.Sign(value), 4 * Limit)
        : value == 0 ? default : new((BigInteger)Math.ScaleB(value, 52 - Math.ILogB(value)), Math.ILogB(value) - 52);

    public static BigFloat operator +(BigFloat a, BigFloat b) => b.Sign == 0 ? a : a.Sign == 0 || a.Exponent < b.Exponent ? b + a : new((a.Digits << checked((int)(a.Exponent - b.Exponent))) + b.Digits, b.Exponent);

    public static BigFloat operator -(BigFloat a) => new(-a.Digits, a.Exponent);

    public static BigFloat operator *(BigFloat a, BigFloat b) => new(a.Digits * b.Digits, a.Exponent + b.Exponent);

    public static bool operator <(BigFloat a, BigFloat b) => a.CompareTo(b) < 0;

    public static bool operator >(BigFloat a, BigFloat b) => a.CompareTo(b) > 0;

    public int CompareTo(BigFloat other) => Sign != other.Sign ? Sign.CompareTo(other.Sign)
        : Magnitude != other.Magnitude ? Sign * Magnitude.CompareTo(other.Magnitude) : (this + -other).Sign;

    public BigFloat Round(bool up)
    {
        var away = up == Sign > 0;
        if (Sign != 0 && Math.Abs(Magnitude) > Limit) return new(Sign, Limit * (Magnitude > 0 ? (away ? 4 : 1) : (away ? -1 : -4)));
        var excess = (int)BigInteger.Abs(Digits).GetBitLength() - Bits;
        return excess <= 0 ? this : new((Digits >> excess) + (up ? 1 : 0), Exponent + excess);
    }

    public BigFloat Raise(int power) => new(BigInteger.Pow(Digits, power), Exponent * power);

    public static BigFloat Sum(BigFloat a, BigFloat b, bool up)
    {
        if (a.Magnitude < b.Magnitude) (a, b) = (b, a);
        // What lies far below the last bit counts by its direction alone.
        if (a.Magnitude - b.Magnitude > 2 * Bits && b.Sign != 0) b = new(up == b.Sign > 0 ? b.Sign : 0, a.Magnitude - (2 * Bits));
        return (a + b).Round(up);
    }

    public static BigFloat Quotient(BigFloat a, BigFloat b, bool up)
    {
        var shift = Fraction + (int)BigInteger.Abs(b.Digits).GetBitLength();
        var quotient = BigInteger.DivRem(a.Digits << shift, b.Digits, out var rest);
        var floor = rest.Sign * b.Sign < 0 ? quotient - 1 : quotient;
        return new BigFloat(up && !rest.IsZero ? floor + 1 : floor, a.Exponent - b.Exponent - shift).Round(up);
    }

    public BigFloat Exp(bool up)
    {
        if (Sign == 0) return One;
        if (Magnitude > 37) return new BigFloat(1, Sign * 2 * Limit).Round(up);
        var x = Fixed(this);
        var turns = (x / s_log2) - (x.Sign < 0 ? 1 : 0);
        var (sum, term, rest) = (s_one, s_one, x - (turns * s_log2));
        for (var k = 1; !term.IsZero; k++) sum += term = (term * rest >> Fraction) / k;
        var value = new BigFloat(sum + (up ? s_slack : -s_slack), (long)turns - Fraction).Round(up);
        return Sign > 0 == value < One ? One : value;
    }

    public BigFloat Log(bool up)
    {
        if (Math.Abs(Magnitude) > Limit + 1) return Magnitude > 0 ? Infinity : -Infinity;
        if (this == One) return default;
        var power = Magnitude - (new BigFloat(Digits, Exponent - Magnitude) < new BigFloat(3, -2) ? 1 : 0);
        var m = Fixed(new(Digits, Exponent - power));
        return new BigFloat((2 * ArTanh(((m - s_one) << Fraction) / (m + s_one))) + (power * s_log2) + (up ? s_slack : -s_slack), -Fraction).Round(up);
    }

    /// <summary>Bounds of sin x and cos x, by the angle halved until small and doubled back.</summary>
    public (Interval Sin, Interval Cos) SinCos()
    {
        if (Sign == 0) return (default, Interval.Point(One));
        var halvings = (int)Math.Max(Magnitude + 4, 0);
        var (angle, sin, cos, term) = (Fixed(this) >> halvings, BigInteger.Zero, BigInteger.Zero, s_one);
        for (var k = 0; BigInteger.Abs(term) > 1; term = term * angle / s_one / ++k)
        {
            if (k % 2 == 0) cos += k % 4 == 0 ? term : -term;
            else sin += k % 4 == 1 ? term : -term;
        }

        for (var i = 0; i < halvings; i++) (sin, cos) = ((2 * sin * cos) >> Fraction, ((cos * cos) - (sin * sin)) >> Fraction);
        return (Around(sin), Around(cos));

        static Interval Around(BigInteger x) => new(new BigFloat(x - s_slack, -Fraction).Round(false), new BigFloat(x + s_slack, -Fraction).Round(true));
    }

    private static BigInteger Fixed(BigFloat x) => x.Exponent + Fraction >= 0 ? x.Digits << (int)(x.Exponent + Fraction) : x.Digits >> (int)Math.Min(-x.Exponent - Fraction, int.MaxValue);

    private static BigInteger ArTanh(BigInteger z)
    {
        var (sum, power, square) = (z, z, z * z >> Fraction);
        for (var k = 3; BigInteger.Abs(power) > 1; k += 2) sum += (power = power * square >> Fraction) / k;
        return sum;
    }
}
