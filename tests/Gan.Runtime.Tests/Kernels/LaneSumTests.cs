namespace Gan.Runtime.Tests.Kernels;

public class LaneSumTests
{
    // Units of every size from 1e-12 to 1, and of one size: what is lost beside 1 is all there is then.
    private static readonly double[] s_sizes = [1, 0.1, 1e-4, 1e-9, 1e-12];

    [Fact]
    public void Doubles_keep_their_accuracy()
    {
        Check<Double1, double, DoubleSum<Double1>>(x => x, 1e-12);
        Check<Double128, double, DoubleSum<Double128>>(x => x, 1e-12);
        Check<Double256, double, DoubleSum<Double256>>(x => x, 1e-12);
        Check<Double512, double, DoubleSum<Double512>>(x => x, 1e-12);
    }

    [Fact]
    public void Floats_are_summed_as_doubles()
    {
        // The reference sums the same floats, so that only the sum's own error is left.
        Check<Float1, float, FloatSum<Float1, Double1>>(x => (float)x, 1e-12);
        Check<Float128, float, FloatSum<Float128, Double128>>(x => (float)x, 1e-12);
        Check<Float256, float, FloatSum<Float256, Double256>>(x => (float)x, 1e-12);
        Check<Float512, float, FloatSum<Float512, Double512>>(x => (float)x, 1e-12);
    }

    [Fact]
    public void As_many_factors_of_two_as_are_allowed_do_not_overflow()
    {
        AssertTwos<Float1, FloatSum<Float1, Double1>>();
        AssertTwos<Float256, FloatSum<Float256, Double256>>();
        AssertTwos<Float512, FloatSum<Float512, Double512>>();
        AssertTwos<Double1, DoubleSum<Double1>>();
        AssertTwos<Double512, DoubleSum<Double512>>();
    }

    [Fact]
    public void NaN_and_infinity_come_through()
    {
        var sum = default(FloatSum<Float256, Double256>);
        sum.Add(Float256.All(double.PositiveInfinity));
        sum.Multiply(Float256.All(double.NaN));
        Assert.Equal(double.PositiveInfinity, sum.Total());
        Assert.Equal(double.NaN, sum.TakeLogarithms());
        Assert.Equal(0, sum.TakeLogarithms());
    }

    private static void Check<T, TElement, TSum>(Func<double, TElement> round, double tolerance)
        where T : struct, ILaneMemory<T, TElement>
        where TElement : unmanaged, IConvertible
        where TSum : struct, ILaneSum<T>
    {
        var random = new Random(3);
        foreach (var size in s_sizes)
        {
            var units = new TElement[ILaneSum<T>.MaxFactors * T.Count];
            for (var i = 0; i < units.Length; i++)
                units[i] = round(random.NextDouble() * size);

            // Twice: the second time begins at 1 again, and the total goes on.
            var sum = default(TSum);
            var exact = units.Select(u => u.ToDouble(null)).ToArray();
            for (var time = 1; time <= 2; time++)
            {
                for (var i = 0; i < units.Length; i += T.Count)
                {
                    sum.Add(T.Load(ref units[0], i));
                    sum.Multiply(T.Load(ref units[0], i));
                }

                Assert.Equal(1, sum.Total() / (time * exact.Sum()), tolerance);
                Assert.Equal(1, sum.TakeLogarithms() / exact.Sum(Reference.Log1p), tolerance);
            }
        }
    }

    private static void AssertTwos<T, TSum>()
        where T : struct, ILanes<T>
        where TSum : struct, ILaneSum<T>
    {
        var sum = default(TSum);
        for (var i = 0; i < ILaneSum<T>.MaxFactors; i++)
            sum.Multiply(T.All(1));
        Assert.Equal(T.Count * ILaneSum<T>.MaxFactors * Math.Log(2), sum.TakeLogarithms(), 1e-9);
    }
}
