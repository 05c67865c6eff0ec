using System.Numerics;
using CsCheck;
using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Tests.Properties;

namespace Gan.Generators.Tests.Oracle;

public sealed class BigRealTests
{
    private const int Bits = 256;

    private static readonly Dictionary<string, Func<BigReal, BigReal>> s_functions = new()
    {
        ["exp"] = BigReal.Exp,
        ["expm1"] = BigReal.Expm1,
        ["log"] = static x => BigReal.Log(BigReal.Abs(x)),
        ["log1p"] = static x => BigReal.Log1p(BigReal.Abs(x)),
        ["sqrt"] = static x => BigReal.Sqrt(BigReal.Abs(x)),
        ["sin"] = BigReal.Sin,
        ["cos"] = BigReal.Cos,
    };

    /// <summary>The digits are those of mathematical tables (Abramowitz and Stegun 1964, table 1.1).</summary>
    [Theory]
    [InlineData("exp", 1, "2.71828182845904523536028747135266249775724709369995")]
    [InlineData("exp", -1, "0.36787944117144232159552377016146086744581113103176")]
    [InlineData("log", 2, "0.69314718055994530941723212145817656807550013436025")]
    [InlineData("log", 10, "2.30258509299404568401799145468436420760110148862877")]
    [InlineData("sqrt", 2, "1.41421356237309504880168872420969807856967187537694")]
    [InlineData("sqrt", 10, "3.16227766016837933199889354443271853371955513932522")]
    [InlineData("sin", 1, "0.84147098480789650665250232163029899962256306079837")]
    [InlineData("cos", 1, "0.54030230586813971740093660744297660373231042061792")]
    [InlineData("log1p", 1, "0.69314718055994530941723212145817656807550013436025")]
    [InlineData("expm1", -1, "-0.63212055882855767840447622983853913255418886896823")]
    public void Has_the_digits_of_tables(string function, int argument, string digits)
    {
        var value = s_functions[function](((BigReal)argument).With(Bits));
        Assert.True((value - Parsed(digits)).Magnitude < -160, $"{function}({argument}) is {value.ToDouble():R}");
    }

    [Fact]
    public void Pi_has_its_digits() => Assert.True((BigReal.Pi(Bits) - Parsed("3.14159265358979323846264338327950288419716939937510")).Magnitude < -160);

    /// <summary>What a function promises of its last bit, with four times the bits as judge.</summary>
    [Fact, Trait("Category", "Property")]
    public void Functions_are_right_to_their_last_bit() => Gen.Select(Gen.OneOfConst([.. s_functions.Keys]), Gen.Double[-4, 4], Gen.Int[-40, 8], Gen.OneOfConst(64, 200, 512)).Holds(400, atLeast: 350, static sample =>
    {
        var (name, mantissa, power, bits) = sample;
        var x = BigReal.Of(mantissa, bits).Scaled(power);
        if (x.Sign == 0) return false;
        var (value, exact) = (s_functions[name](x), s_functions[name](x.With(4 * bits)));
        Assert.True((value.With(4 * bits) - exact).Magnitude <= exact.Magnitude - bits + 1, $"{name} of {x.ToDouble():R} with {bits} bits is off by 2^{(value.With(4 * bits) - exact).Magnitude}");
        return true;
    });

    [Theory]
    [InlineData("exp", 0, 1)]
    [InlineData("expm1", 0, 0)]
    [InlineData("log1p", 0, 0)]
    [InlineData("log", 1, 0)]
    [InlineData("sqrt", 0, 0)]
    [InlineData("sqrt", 9, 3)]
    [InlineData("sin", 0, 0)]
    [InlineData("cos", 0, 1)]
    public void What_is_whole_is_exact(string function, int argument, int expected)
        => Assert.Equal(0, (s_functions[function](((BigReal)argument).With(Bits)) - expected).Sign);

    [Fact, Trait("Category", "Property")]
    public void A_double_comes_back_and_arithmetic_is_that_of_fractions() => Gen.Select(Gen.Double, Gen.Double[-1e3, 1e3]).Holds(2000, atLeast: 1900, static sample =>
    {
        var (x, y) = sample;
        if (!double.IsFinite(x)) return false;
        Assert.Equal(x, BigReal.Of(x, 64).ToDouble());
        // The nearest double of the exact result is what IEEE arithmetic gives.
        Assert.Equal(x + y, (BigReal.Of(x, 2200) + BigReal.Of(y, 2200)).ToDouble());
        Assert.Equal(x * y + 0.0, (BigReal.Of(x, 128) * BigReal.Of(y, 128)).ToDouble() + 0.0);
        if (y != 0) Assert.Equal(x / y + 0.0, (BigReal.Of(x, 256) / BigReal.Of(y, 256)).ToDouble() + 0.0);
        return true;
    });

    [Theory]
    [InlineData(1, -1074, double.Epsilon)]
    [InlineData(1, -1075, 0)]
    [InlineData(3, -1076, double.Epsilon)]
    [InlineData(3, -1075, 2 * double.Epsilon)]
    [InlineData(-3, -1075, -2 * double.Epsilon)]
    [InlineData(1, -100_000_000, 0)]
    [InlineData(1, 1024, double.PositiveInfinity)]
    [InlineData(-1, 100_000_000, double.NegativeInfinity)]
    public void At_the_ends_of_double_precision_it_rounds_to_even(int value, int power, double expected) => Assert.Equal(expected, ((BigReal)value).Scaled(power).ToDouble());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => BigReal.Of(value, Bits));

    private static BigReal Parsed(string digits)
    {
        var whole = BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal));
        var value = BigReal.Of(0, Bits);
        foreach (var digit in BigInteger.Abs(whole).ToString()) value = (value * 10) + (digit - '0');
        for (var i = digits.IndexOf('.', StringComparison.Ordinal) + 1; i < digits.Length; i++) value /= 10;
        return whole.Sign < 0 ? -value : value;
    }
}
