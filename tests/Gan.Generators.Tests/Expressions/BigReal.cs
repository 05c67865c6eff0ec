using System.Numerics;

namespace Gan.Generators.Tests.Expressions;

/// <summary>A floating-point number of 512 bits, to judge double precision by. Written for correctness alone.</summary>
internal readonly record struct BigReal
{
    private const int Bits = 512;

    private readonly BigInteger _mantissa;
    private readonly int _exponent;

    private BigReal(BigInteger mantissa, int exponent)
    {
        var excess = (int)mantissa.GetBitLength() - Bits;
        if (excess > 0)
        {
            mantissa >>= excess;
            exponent += excess;
        }

        (_mantissa, _exponent) = mantissa.IsZero ? (mantissa, 0) : (mantissa, exponent);
    }

    public static readonly BigReal Zero = new(0, 0);
    public static readonly BigReal One = new(1, 0);
    public static readonly BigReal Pi = ComputePi();
    private static readonly BigReal Ln2 = ArTanh(One, One + One + One) * 2;

    public int Sign => _mantissa.Sign;

    /// <summary>The power of two just above the magnitude.</summary>
    public int Magnitude => _mantissa.IsZero ? int.MinValue : _exponent + (int)_mantissa.GetBitLength();

    public static implicit operator BigReal(double value)
    {
        if (value == 0) return Zero;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFFL;
        if (exponent == 0) exponent = 1;
        else mantissa |= 1L << 52;
        return new(value < 0 ? -mantissa : mantissa, exponent - 1075);
    }

    /// <summary>Rounded towards zero.</summary>
    public double ToDouble()
    {
        if (Magnitude > 1024) return Sign * double.PositiveInfinity;
        var shift = Math.Max((int)_mantissa.GetBitLength() - 53, 0);
        return Math.ScaleB((double)(_mantissa >> shift), _exponent + shift);
    }

    public static BigReal operator -(BigReal x) => new(-x._mantissa, x._exponent);

    public static BigReal operator +(BigReal a, BigReal b)
    {
        if (a.Sign == 0) return b;
        if (b.Sign == 0) return a;
        if (a._exponent < b._exponent) (a, b) = (b, a);
        // What lies far below the last bit of the other does not count.
        if (a.Magnitude - b.Magnitude > 2 * Bits) return a;
        if (b.Magnitude - a.Magnitude > 2 * Bits) return b;
        return new((a._mantissa << (a._exponent - b._exponent)) + b._mantissa, b._exponent);
    }

    public static BigReal operator -(BigReal a, BigReal b) => a + -b;

    public static BigReal operator *(BigReal a, BigReal b) => new(a._mantissa * b._mantissa, a._exponent + b._exponent);

    public static BigReal operator /(BigReal a, BigReal b) => new((a._mantissa << (2 * Bits)) / b._mantissa, a._exponent - b._exponent - (2 * Bits));

    public static bool operator <(BigReal a, BigReal b) => (a - b).Sign < 0;

    public static bool operator >(BigReal a, BigReal b) => (a - b).Sign > 0;

    public static BigReal Abs(BigReal x) => x.Sign < 0 ? -x : x;

    public static BigReal Sqrt(BigReal x)
    {
        if (x.Sign == 0) return x;
        var shift = (2 * Bits) + ((x._exponent & 1) == 0 ? 0 : 1);
        var scaled = x._mantissa << shift;
        var root = BigInteger.One << (int)((scaled.GetBitLength() + 1) / 2 + 1);
        while (true)
        {
            var next = (root + (scaled / root)) >> 1;
            if (next >= root) return new(root, (x._exponent - shift) / 2);
            root = next;
        }
    }

    public static BigReal Exp(BigReal x)
    {
        // Halved until small, summed, squared back; powers of two are taken out first.
        var powers = (int)Math.Round((x / Ln2).ToDouble());
        var r = x - (Ln2 * powers);
        const int halvings = 24;
        r = new BigReal(r._mantissa, r._exponent - halvings);
        var (sum, term) = (One, One);
        for (var k = 1; k < 50; k++)
        {
            term = term * r / k;
            sum += term;
        }

        for (var i = 0; i < halvings; i++) sum *= sum;
        return new(sum._mantissa, sum._exponent + powers);
    }

    public static BigReal Log(BigReal x)
    {
        // log x = 2 artanh((x − 1)/(x + 1)), at once near 1; else x = m·2^k with m near 1, after two square roots.
        if ((x - One).Magnitude < -4) return ArTanh(x - One, x + One) * 2;
        var k = x.Magnitude;
        var m = Sqrt(Sqrt(new BigReal(x._mantissa, x._exponent - k)));
        return (ArTanh(m - One, m + One) * 8) + (Ln2 * k);
    }

    /// <summary>eˣ − 1 with all its bits for a small x.</summary>
    public static BigReal Expm1(BigReal x)
    {
        if (x.Magnitude > -8) return Exp(x) - One;
        var (sum, term) = (x, x);
        for (var k = 2; k < 50; k++)
        {
            term = term * x / k;
            sum += term;
        }

        return sum;
    }

    /// <summary>log(1 + x) with all its bits for a small x.</summary>
    public static BigReal Log1p(BigReal x) => x.Magnitude < -4 ? ArTanh(x, x + 2) * 2 : Log(x + One);

    public static BigReal Sin(BigReal x)
    {
        var r = WithinTurn(x);
        return Alternating(r, r * r, 1);
    }

    /// <summary>By its own series: cos(0) is 1 to the last bit.</summary>
    public static BigReal Cos(BigReal x)
    {
        var r = WithinTurn(x);
        return Alternating(One, r * r, 0);
    }

    private static BigReal WithinTurn(BigReal x) => x - (Pi * 2 * Math.Round((x / (Pi * 2)).ToDouble()));

    /// <summary>first · (1 − s/((n + 1)(n + 2)) + …), each term the one before times −s over the next two factors.</summary>
    private static BigReal Alternating(BigReal first, BigReal square, int n)
    {
        var (sum, term) = (first, first);
        for (var k = n; k < 200; k += 2)
        {
            term = -(term * square) / ((k + 1) * (k + 2));
            sum += term;
        }

        return sum;
    }

    // Of a quotient of at most a third.
    private static BigReal ArTanh(BigReal a, BigReal b)
    {
        var z = a / b;
        var (sum, power) = (z, z);
        for (var k = 3; k < 2 * Bits / 3 && power.Sign != 0; k += 2)
        {
            power = power * z * z;
            sum += power / k;
        }

        return sum;
    }

    private static BigReal ComputePi()
    {
        // Machin: π = 16 arctan(1/5) − 4 arctan(1/239).
        static BigReal ArcTan(int inverse)
        {
            var (sum, power) = (One / inverse, One / inverse);
            for (var k = 1; k < 250; k++)
            {
                power = -power / (inverse * inverse);
                sum += power / ((2 * k) + 1);
            }

            return sum;
        }

        return (ArcTan(5) * 16) - (ArcTan(239) * 4);
    }
}
