using System.Numerics;

namespace Gan.Generators.Formulas.BigFloats;

/// <summary>A floating-point number of as many bits as wanted, cut off beyond. Written for correctness alone, and the same on every machine.</summary>
internal readonly partial record struct BigReal
{
    private readonly BigInteger _mantissa;
    private readonly int _exponent;

    private BigReal(BigInteger mantissa, int exponent, int bits, bool isRounded = false)
    {
        var length = LengthOf(mantissa);
        if (length > bits)
        {
            var kept = mantissa >> (length - bits);
            IsRounded = isRounded || kept << (length - bits) != mantissa;
            (mantissa, exponent, length) = (kept, exponent + length - bits, LengthOf(kept));
        }
        else
        {
            IsRounded = isRounded;
        }

        (_mantissa, _exponent, Bits) = (mantissa, exponent, bits);
        Magnitude = mantissa.IsZero ? int.MinValue : exponent + length;
    }

    /// <summary>How many bits it and what is computed from it may have.</summary>
    public int Bits { get; }

    /// <summary>The power of two just above the size; of zero the least number there is.</summary>
    public int Magnitude { get; }

    /// <summary>Whether the operation that made it cut something off: less than one in the last of its bits.</summary>
    public bool IsRounded { get; }

    public int Sign => _mantissa.Sign;

    /// <summary>The number itself, for computations with so many bits.</summary>
    public static BigReal Of(double value, int bits)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "It is no real number.");
        var code = BitConverter.DoubleToInt64Bits(value);
        var (exponent, mantissa) = ((int)((code >> 52) & 0x7FF), code & 0xFFFFFFFFFFFFFL);
        if (exponent == 0) exponent = 1;
        else mantissa |= 1L << 52;
        return new(value < 0 ? -mantissa : mantissa, exponent - 1075, Math.Max(bits, 53));
    }

    /// <summary>2 to a power.</summary>
    public static BigReal PowerOfTwo(int power, int bits) => new(BigInteger.One, power, bits);

    public static implicit operator BigReal(int value) => new(value, 0, 32);

    /// <summary>The same number with more bits behind it, or cut off to fewer.</summary>
    public BigReal With(int bits) => new(_mantissa, _exponent, bits);

    /// <summary>Times a power of two.</summary>
    public BigReal Scaled(int power) => new(_mantissa, _exponent + power, Bits);

    /// <summary>The nearest double.</summary>
    public double ToDouble()
    {
        if (Magnitude < -1074) return 0;
        if (Magnitude > 1024) return Sign * double.PositiveInfinity;
        // Below the least normal double there are fewer bits.
        var unit = Math.Max(Magnitude - 53, -1074);
        var size = BigInteger.Abs(_mantissa);
        var rounded = _exponent >= unit ? size << (_exponent - unit) : RoundedToEven(size, unit - _exponent);
        // A carry may make it one bit longer, which is a power of two and loses nothing.
        return Sign * ScaledBy((double)rounded, unit);
    }

    /// <summary>How many times a power of two goes into it.</summary>
    public BigInteger InUnitsOf(int power) => _exponent >= power ? _mantissa << (_exponent - power) : _mantissa >> (power - _exponent);

    public static BigReal operator -(BigReal x) => new(-x._mantissa, x._exponent, x.Bits);

    public static BigReal operator +(BigReal a, BigReal b)
    {
        var bits = Math.Max(a.Bits, b.Bits);
        if (a.Sign == 0) return b.With(bits);
        if (b.Sign == 0) return a.With(bits);
        if (a._exponent < b._exponent) (a, b) = (b, a);
        // What lies far below the last bit of the other does not count.
        if (a.Magnitude - b.Magnitude > 2 * bits) return new(a._mantissa, a._exponent, bits, isRounded: true);
        if (b.Magnitude - a.Magnitude > 2 * bits) return new(b._mantissa, b._exponent, bits, isRounded: true);
        return new((a._mantissa << (a._exponent - b._exponent)) + b._mantissa, b._exponent, bits);
    }

    public static BigReal operator -(BigReal a, BigReal b) => a + -b;

    public static BigReal operator *(BigReal a, BigReal b) => new(a._mantissa * b._mantissa, a._exponent + b._exponent, Math.Max(a.Bits, b.Bits));

    public static BigReal operator /(BigReal a, BigReal b)
    {
        var bits = Math.Max(a.Bits, b.Bits);
        var shift = Math.Max(bits + 2 + LengthOf(b._mantissa) - LengthOf(a._mantissa), 0);
        var quotient = BigInteger.DivRem(a._mantissa << shift, b._mantissa, out var rest);
        return new(quotient, a._exponent - b._exponent - shift, bits, isRounded: !rest.IsZero);
    }

    public static bool operator <(BigReal a, BigReal b) => (a - b).Sign < 0;

    public static bool operator >(BigReal a, BigReal b) => (a - b).Sign > 0;

    public static BigReal Abs(BigReal x) => x.Sign < 0 ? -x : x;

    private static int LengthOf(BigInteger value)
    {
        var bytes = BigInteger.Abs(value).ToByteArray();
        var top = bytes.Length - 1;
        while (top > 0 && bytes[top] == 0) top--;
        var length = 8 * top;
        for (int rest = bytes[top]; rest > 0; rest >>= 1) length++;
        return length;
    }

    private static BigInteger RoundedToEven(BigInteger size, int dropped)
    {
        var kept = size >> dropped;
        var twiceRest = (size - (kept << dropped)) << 1;
        var comparison = twiceRest.CompareTo(BigInteger.One << dropped);
        return comparison > 0 || (comparison == 0 && !kept.IsEven) ? kept + 1 : kept;
    }

    /// <summary>In two steps: a power of two beside the least double is itself no double.</summary>
    private static double ScaledBy(double value, int power)
    {
        var half = power / 2;
        return value * PowerAsDouble(half) * PowerAsDouble(power - half);
    }

    private static double PowerAsDouble(int power) => BitConverter.Int64BitsToDouble((long)(power + 1023) << 52);
}
