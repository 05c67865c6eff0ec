using System.Collections.Concurrent;
using System.Numerics;

namespace Gan.Generators.Formulas.BigFloats;

// Elementary functions, each off by less than 2^(magnitude of the result - Bits + 1): they compute with more bits and cut them off.
internal readonly partial record struct BigReal
{
    private const int Guard = 64;

    private static readonly ConcurrentDictionary<int, BigReal> s_logarithmsOfTwo = new();
    private static readonly ConcurrentDictionary<int, BigReal> s_pis = new();

    /// <summary>log 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749).</summary>
    public static BigReal LogOfTwo(int bits) => s_logarithmsOfTwo.GetOrAdd(bits, static bits =>
    {
        var wide = bits + Guard;
        return ((OfInverse(26, wide, 1) * 18) - (OfInverse(4801, wide, 1) * 2) + (OfInverse(8749, wide, 1) * 8)).With(bits);
    });

    /// <summary>π = 16 arctan(1/5) − 4 arctan(1/239) (Machin).</summary>
    public static BigReal Pi(int bits) => s_pis.GetOrAdd(bits, static bits => ((OfInverse(5, bits + Guard, -1) * 16) - (OfInverse(239, bits + Guard, -1) * 4)).With(bits));

    public static BigReal Sqrt(BigReal x)
    {
        if (x.Sign == 0) return x;
        var shift = Math.Max((2 * x.Bits) + 4 - LengthOf(x._mantissa), 0);
        if (((x._exponent - shift) & 1) != 0) shift++;
        var scaled = x._mantissa << shift;
        // Newton's steps from above fall until they have arrived.
        var root = BigInteger.One << ((LengthOf(scaled) + 1) / 2);
        while (true)
        {
            var next = (root + (scaled / root)) >> 1;
            if (next >= root) return new(root, (x._exponent - shift) / 2, x.Bits, isRounded: root * root != scaled);
            root = next;
        }
    }

    /// <param name="x">Below 2^30 in size.</param>
    public static BigReal Exp(BigReal x)
    {
        // Powers of two are taken out; the rest is halved until small, summed, and squared back, each time at the cost of a bit.
        var halvings = (int)Math.Sqrt(x.Bits);
        var bits = x.Bits + halvings + Guard;
        var powers = Nearest(x.With(bits) / LogOfTwo(bits));
        // What is left lies within ±1, so that whole numbers of 2^-bits are enough, and far cheaper.
        var rest = (x.With(bits) - (LogOfTwo(bits) * powers)).InUnitsOf(halvings - bits);
        var (sum, term) = ((BigInteger.One << bits) + rest, rest);
        for (var k = 2; BigInteger.Abs(term) > 1; k++)
        {
            term = (term * rest >> bits) / k;
            sum += term;
        }

        for (var i = 0; i < halvings; i++) sum = sum * sum >> bits;
        return new(sum, powers - bits, x.Bits, isRounded: x.Sign != 0);
    }

    /// <param name="x">Above zero.</param>
    public static BigReal Log(BigReal x)
    {
        var small = x - 1;
        return small.Magnitude < 0 ? Log1p(small.With(x.Bits)) : LogFarFromOne(x);
    }

    /// <summary>eˣ − 1 with all its bits for a small x.</summary>
    public static BigReal Expm1(BigReal x)
    {
        if (x.Sign == 0) return x;
        var lost = Math.Max(-x.Magnitude, 0);
        if (lost < x.Bits / 32) return (Exp(x.With(x.Bits + lost + Guard)) - 1).With(x.Bits);
        var wide = x.With(x.Bits + Guard);
        var (sum, term) = (wide, wide);
        for (var k = 2; term.Magnitude > x.Magnitude - wide.Bits; k++)
        {
            term = term * wide / k;
            sum += term;
        }

        return sum.With(x.Bits);
    }

    /// <summary>log(1 + x) with all its bits for a small x.</summary>
    /// <param name="x">Above −1.</param>
    public static BigReal Log1p(BigReal x)
    {
        if (x.Sign == 0) return x;
        var lost = Math.Max(-x.Magnitude, 0);
        if (lost < x.Bits / 32) return LogFarFromOne(x.With(x.Bits + lost + Guard) + 1).With(x.Bits);
        // log(1 + x) = 2 artanh(x/(2 + x)).
        var wide = x.With(x.Bits + Guard);
        var ratio = wide / (wide + 2);
        return (OddPowers(ratio, ratio * ratio) * 2).With(x.Bits);
    }

    public static BigReal Sin(BigReal x)
    {
        var rest = WithinTurn(x);
        return Alternating(rest, rest * rest, 1).With(x.Bits);
    }

    /// <summary>By its own series: cos(0) is 1 to the last bit.</summary>
    public static BigReal Cos(BigReal x)
    {
        var rest = WithinTurn(x);
        return Alternating(((BigReal)1).With(rest.Bits), rest * rest, 0).With(x.Bits);
    }

    /// <summary>Newton's method on eʸ = x, of third order (Halley), with three times the bits in each step. Its bits count from 1, not from the result.</summary>
    private static BigReal LogFarFromOne(BigReal x)
    {
        // x = m·2^k with m around 1.
        var k = x.Magnitude;
        var m = x.Scaled(-k);
        if (m.Scaled(1).ToDouble() < Math.Sqrt(2)) (m, k) = (m.Scaled(1), k - 1);
        var bits = x.Bits + Guard;
        m = m.With(bits);
        var z = (m.ToDouble() - 1) / (m.ToDouble() + 1);
        // Four terms of 2 artanh z: right to 2^-20, by operations that every machine rounds alike.
        var y = Of(2 * z * (1 + (z * z * ((1 / 3.0) + (z * z * ((1 / 5.0) + (z * z / 7)))))), bits);
        // The last step takes all bits, the one before it a third of them, and so on.
        var steps = new Stack<int>();
        for (var right = bits; right > 20; right = (right / 3) + 2) steps.Push(right);
        foreach (var right in steps)
        {
            y = y.With(Math.Min(right + Guard, bits));
            var power = Exp(y);
            y = y.With(bits) + ((m - power) * 2 / (m + power));
        }

        return (y + (LogOfTwo(bits) * k)).With(x.Bits);
    }

    private static BigReal WithinTurn(BigReal x)
    {
        // Near a multiple of π the result is small: as many bits again are there to lose.
        var bits = (2 * x.Bits) + Math.Max(x.Magnitude, 0) + Guard;
        var turn = Pi(bits) * 2;
        return x.With(bits) - (turn * Nearest(x.With(bits) / turn));
    }

    /// <summary>first · (1 − s/((n + 1)(n + 2)) + …), each term the one before times −s over the next two factors.</summary>
    private static BigReal Alternating(BigReal first, BigReal square, int n)
    {
        var (sum, term) = (first, first);
        for (var k = n; term.Magnitude > -first.Bits; k += 2)
        {
            term = -(term * square) / ((k + 1) * (k + 2));
            sum += term;
        }

        return sum;
    }

    /// <summary>artanh(1/n), or arctan(1/n) with the sign −1.</summary>
    private static BigReal OfInverse(int n, int bits, int sign)
    {
        var ratio = ((BigReal)1).With(bits) / n;
        return OddPowers(ratio, ratio * ratio * sign);
    }

    /// <summary>first · (1 + s/3 + s²/5 + …).</summary>
    private static BigReal OddPowers(BigReal first, BigReal square)
    {
        var (sum, power) = (first, first);
        for (var k = 3; power.Magnitude > first.Magnitude - first.Bits; k += 2)
        {
            power *= square;
            sum += power / k;
        }

        return sum;
    }

    private static int Nearest(BigReal x) => (int)Math.Round(x.ToDouble());
}
