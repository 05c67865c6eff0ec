using System.Numerics;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Analysis;

/// <summary>A number digits·2^exponent. Every double is one, and sums and products of them are exact: what cancels, cancels.</summary>
internal readonly struct Dyadic : IEquatable<Dyadic>, IComparable<Dyadic>
{
    private readonly BigInteger _digits;
    private readonly int _exponent;

    private Dyadic(BigInteger digits, int exponent)
    {
        if (digits.IsZero) exponent = 0;
        while (!digits.IsZero && digits.IsEven)
        {
            var zeros = TrailingZeros(digits);
            digits >>= zeros;
            exponent += zeros;
        }

        _digits = digits;
        _exponent = exponent;
    }

    /// <summary>How many of the last 32 bits are zeros before the first one: each shift of a big number is a new one.</summary>
    private static int TrailingZeros(BigInteger digits)
    {
        var low = (uint)(digits & uint.MaxValue);
        var zeros = low == 0 ? 32 : 0;
        for (; low != 0 && (low & 1) == 0; low >>= 1) zeros++;
        return zeros;
    }

    public static readonly Dyadic Zero;
    public static readonly Dyadic One = new(1, 0);

    public int Sign => _digits.Sign;

    public bool IsZero => _digits.IsZero;

    /// <summary>The number a finite double stands for.</summary>
    public static Dyadic Of(double value)
    {
        if (value == Math.Floor(value) && Math.Abs(value) < int.MaxValue) return new((int)value, 0);
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xFFFFFFFFFFFFFL;
        var digits = exponent == 0 ? fraction : fraction | (1L << 52);
        var shift = Math.Max(exponent, 1) - 1075;
        for (; digits != 0 && (digits & 1) == 0; shift++) digits >>= 1;
        return new(value < 0 ? -digits : digits, shift);
    }

    /// <summary>The smallest interval of doubles around the number, or nearly so.</summary>
    public Interval ToInterval()
    {
        var value = ToDouble();
        return Of(value).Equals(this) ? Interval.Point(value) : Interval.Of(Rounding.Down(value, 2), Rounding.Up(value, 2));
    }

    /// <summary>The nearest double, or one next to it.</summary>
    public double ToDouble()
    {
        var digits = _digits;
        var exponent = _exponent;
        // More digits than a double holds would overflow it before the exponent brings them back.
        if (Bits(digits) is > 64 and var bits) (digits, exponent) = (digits >> (bits - 64), exponent + bits - 64);
        var (half, rest) = (exponent / 2, exponent - (exponent / 2));
        var value = (double)digits * Math.Pow(2, half) * Math.Pow(2, rest);
        return double.IsInfinity(value) ? (value > 0 ? double.MaxValue : double.MinValue) : value;
    }

    /// <summary>About how many binary digits a number has.</summary>
    private static int Bits(BigInteger digits) => digits.IsZero ? 0 : (int)BigInteger.Log(BigInteger.Abs(digits), 2) + 1;

    /// <summary>A number is as much work as the nodes it has digits for.</summary>
    private static void CountWork(long digits) => Work.Count(1 + (digits / DigitsANode));

    private const int DigitsANode = 1024;

    public static Dyadic operator +(Dyadic a, Dyadic b)
    {
        if (a._exponent < b._exponent) (a, b) = (b, a);
        CountWork(Bits(a._digits) + a._exponent - b._exponent);
        return new((a._digits << (a._exponent - b._exponent)) + b._digits, b._exponent);
    }

    public static Dyadic operator *(Dyadic a, Dyadic b)
    {
        CountWork((long)Bits(a._digits) * Bits(b._digits) / 64);
        return new(a._digits * b._digits, a._exponent + b._exponent);
    }

    public static Dyadic operator -(Dyadic a) => new(-a._digits, a._exponent);

    public static Dyadic operator -(Dyadic a, Dyadic b) => a + -b;

    public int CompareTo(Dyadic other) => (this - other).Sign;

    public bool Equals(Dyadic other) => _digits.Equals(other._digits) && _exponent == other._exponent;

    public override bool Equals(object? obj) => obj is Dyadic other && Equals(other);

    public override int GetHashCode() => (_digits.GetHashCode() * 31) + _exponent;

    public override string ToString() => Numbers.Text(ToDouble());
}
