namespace Gan.Runtime.Tests.Kernels;

/// <summary>What takes two or more lanes, of every pair of special numbers, against the same in scalars.</summary>
public class LaneArithmeticTests
{
    private static readonly float[] s_numbers = [0, -0f, 1, -1, 0.1f, -3, 1e-45f, -1e-38f, 1e20f, float.MaxValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN];

    [Fact]
    public void Floats_compute_as_scalars()
    {
        CheckFloats<Float1>();
        CheckFloats<Float128>();
        CheckFloats<Float256>();
        CheckFloats<Float512>();
    }

    [Fact]
    public void Doubles_compute_as_scalars()
    {
        CheckDoubles<Double1>();
        CheckDoubles<Double128>();
        CheckDoubles<Double256>();
        CheckDoubles<Double512>();
    }

    [Fact]
    public void A_constant_is_rounded_to_the_precision()
    {
        Assert.Equal(0.1f, Lane<Float256, float>(Float256.All(0.1), 7));
        Assert.Equal(0.1, Lane<Double256, double>(Double256.All(0.1), 3));
        Assert.Equal((1, 4, 8, 16), (Float1.Count, Float128.Count, Float256.Count, Float512.Count));
        Assert.Equal((1, 2, 4, 8), (Double1.Count, Double128.Count, Double256.Count, Double512.Count));
    }

    private static void CheckFloats<T>()
        where T : struct, ILaneMemory<T, float>
    {
        foreach (var x in s_numbers)
        {
            foreach (var y in s_numbers)
            {
                void Equal(float expected, T actual) => Assert.Equal(expected, Lane<T, float>(actual, T.Count - 1));

                var (a, b) = (T.All(x), T.All(y));
                Equal(x + y, a + b);
                Equal(x - y, a - b);
                Equal(x * y, a * b);
                Equal(x / y, a / b);
                Equal(MathF.FusedMultiplyAdd(x, y, 0.3f), T.MultiplyAdd(a, b, T.All(0.3f)));
                Equal(MathF.Max(x, y), T.Max(a, b));
                Equal(MathF.Min(x, y), T.Min(a, b));
                Equal((float)Math.Pow(x, y), T.Pow(a, b));
                Equal(x < y ? 5 : 6, T.IfLess(a, b, T.All(5), T.All(6)));
                Equal(x <= y ? 5 : 6, T.IfLessOrEqual(a, b, T.All(5), T.All(6)));
                Equal(float.IsNaN(x) ? x : y, T.NaNOf(a, b));
            }
        }
    }

    private static void CheckDoubles<T>()
        where T : struct, ILaneMemory<T, double>
    {
        foreach (double x in s_numbers)
        {
            foreach (double y in s_numbers)
            {
                void Equal(double expected, T actual) => Assert.Equal(expected, Lane<T, double>(actual, T.Count - 1));

                var (a, b) = (T.All(x), T.All(y));
                Equal(x + y, a + b);
                Equal(x - y, a - b);
                Equal(x * y, a * b);
                Equal(x / y, a / b);
                Equal(Math.FusedMultiplyAdd(x, y, 0.3), T.MultiplyAdd(a, b, T.All(0.3)));
                Equal(Math.Max(x, y), T.Max(a, b));
                Equal(Math.Min(x, y), T.Min(a, b));
                Equal(Math.Pow(x, y), T.Pow(a, b));
                Equal(x < y ? 5 : 6, T.IfLess(a, b, T.All(5), T.All(6)));
                Equal(x <= y ? 5 : 6, T.IfLessOrEqual(a, b, T.All(5), T.All(6)));
                Equal(double.IsNaN(x) ? x : y, T.NaNOf(a, b));
            }
        }
    }

    private static TElement Lane<T, TElement>(T lanes, int lane)
        where T : struct, ILaneMemory<T, TElement>
        where TElement : unmanaged
    {
        var elements = new TElement[T.Count];
        T.Store(lanes, ref elements[0], 0);
        return elements[lane];
    }
}
