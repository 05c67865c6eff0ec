using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Tests.Formulas;

/// <summary>Directed rounding of a number of pairs against exact arithmetic: never on the wrong side, and no further off than the next double or two.</summary>
public sealed class RoundingTests
{
    private const int Bits = 4096;

    private static readonly double[] s_numbers = [0, 1, -1, 3, -3, 0.1, -0.1, 1.0 / 3, 1e16, -1e16, 1 + 1e-15, 1e-300, -1e-300, 1e300, 5e-324, double.MaxValue, -double.MaxValue];

    [Fact]
    public void Sums_and_products_are_on_their_side()
    {
        foreach (var a in s_numbers)
        {
            foreach (var b in s_numbers)
            {
                IsBelow(Rounding.AddDown(a, b), Exact(a) + Exact(b), isTight: true);
                IsBelow(-Rounding.AddUp(a, b), -(Exact(a) + Exact(b)), isTight: true);
                IsBelow(Rounding.MultiplyDown(a, b), Exact(a) * Exact(b), isTight: false);
                IsBelow(-Rounding.MultiplyUp(a, b), -(Exact(a) * Exact(b)), isTight: false);
            }

            if (a == 0) continue;
            IsBelow(Rounding.ReciprocalDown(a), Exact(1) / Exact(a), isTight: false);
            IsBelow(-Rounding.ReciprocalUp(a), -(Exact(1) / Exact(a)), isTight: false);
        }
    }

    /// <summary>What is exact stays: a difference of equal numbers, and what is multiplied by 0 or ±1.</summary>
    [Fact]
    public void What_is_exact_stays()
    {
        foreach (var a in s_numbers)
        {
            Assert.Equal((0, 0), (Rounding.AddDown(a, -a), Rounding.AddUp(a, -a)));
            Assert.Equal((a, a), (Rounding.MultiplyDown(a, 1), Rounding.MultiplyUp(1, a)));
            Assert.Equal((-a, -a), (Rounding.MultiplyDown(-1, a), Rounding.MultiplyUp(a, -1)));
            Assert.Equal((0, 0), (Rounding.MultiplyDown(a, 0), Rounding.MultiplyUp(0, a)));
        }

        Assert.Equal((1, -1), (Rounding.ReciprocalDown(1), Rounding.ReciprocalUp(-1)));
    }

    [Fact]
    public void Infinity_is_a_bound()
    {
        var infinity = double.PositiveInfinity;
        Assert.Equal((infinity, -infinity), (Rounding.AddUp(infinity, 1), Rounding.AddDown(1, -infinity)));
        Assert.Equal((infinity, -infinity), (Rounding.MultiplyUp(infinity, 2), Rounding.MultiplyDown(-3, infinity)));
        Assert.Equal((0, 0), (Rounding.MultiplyUp(infinity, 0), Rounding.MultiplyDown(0, -infinity)));
        Assert.Equal((0, 0), (Rounding.ReciprocalDown(infinity), Rounding.ReciprocalUp(-infinity)));
        Assert.Equal((double.MaxValue, infinity), (Rounding.AddDown(double.MaxValue, double.MaxValue), Rounding.AddUp(double.MaxValue, double.MaxValue)));
        Assert.Equal((double.Epsilon, -double.Epsilon, 0), (Rounding.Next(0), Rounding.Previous(0), Rounding.Previous(double.Epsilon)));
        Assert.Equal((1 + Math.Pow(2, -52), 1 - Math.Pow(2, -53)), (Rounding.Next(1), Rounding.Previous(1)));
    }

    private static BigReal Exact(double value) => BigReal.Of(value, Bits);

    private static void IsBelow(double bound, BigReal exact, bool isTight)
    {
        if (double.IsNegativeInfinity(bound))
        {
            Assert.True(exact < Exact(-double.MaxValue), $"{exact.ToDouble()} is not below every double");
            return;
        }

        Assert.False(exact < Exact(bound), $"{bound:R} is not below {exact.ToDouble():R}");
        var next = isTight ? Rounding.Next(bound) : Rounding.Next(Rounding.Next(bound));
        Assert.True(double.IsPositiveInfinity(next) || exact < Exact(next), $"{bound:R} is far below {exact.ToDouble():R}");
    }
}
