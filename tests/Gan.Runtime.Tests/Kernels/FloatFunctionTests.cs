namespace Gan.Runtime.Tests.Kernels;

/// <summary>Single precision against double precision over the whole range; every width has the same bits, but for functions of the library.</summary>
public class FloatFunctionTests
{
    private static readonly float[] s_all = LaneSamples.Floats;

    private static readonly float[] s_negative = Array.ConvertAll(s_all, x => -MathF.Abs(x));

    private static readonly float[] s_units = Array.ConvertAll(s_all, x => MathF.Abs(x) > 1 ? MathF.Abs(1 / x) : MathF.Abs(x));

    [Fact]
    public void Exp_is_accurate() => Check<Exp>(1, s_all, Math.Exp);

    [Fact]
    public void ExpOfNegative_is_accurate() => Check<ExpOfNegative>(1, s_negative, Math.Exp);

    [Fact]
    public void Expm1_is_accurate() => Check<Expm1>(2, s_all, Reference.Expm1);

    [Fact]
    public void Tanh_is_accurate() => Check<Tanh>(2.5, s_all, Math.Tanh);

    [Fact]
    public void Log_is_accurate() => Check<Log>(1, s_all, Math.Log);

    [Fact]
    public void Log1p_is_accurate() => Check<Log1p>(1, s_all, Reference.Log1p);

    [Fact]
    public void Log1pOfUnit_is_accurate() => Check<Log1pOfUnit>(1.25, s_units, Reference.Log1p);

    [Fact]
    public void Sqrt_is_rounded_once() => Check<Sqrt>(0.5, s_all, Math.Sqrt);

    [Fact]
    public void Simple_functions_are_exact()
    {
        Check<Abs>(0, s_all, Math.Abs);
        Check<Relu>(0, s_all, x => x <= 0 ? 0 : x);
        Check<Sign>(0, s_all, x => double.IsNaN(x) ? x : Math.Sign(x));
        Check<Negative>(0, s_all, x => -x);
    }

    [Fact]
    public void Sin_and_Cos_are_accurate()
    {
        CheckLibrary<Float1>();
        CheckLibrary<Float128>();
        CheckLibrary<Float256>();
        CheckLibrary<Float512>();
    }

    private static void Check<TFunction>(double units, float[] x, Func<double, double> exact)
        where TFunction : ILaneFunction =>
        Ulps.AssertWithin(units, x, LaneMap.OfAllWidths<TFunction>(x), exact);

    private static void CheckLibrary<T>()
        where T : struct, IFloatLanes<T>
    {
        Ulps.AssertWithin(1, s_all, LaneMap.Of<T, float>(s_all, T.Sin), Math.Sin);
        Ulps.AssertWithin(1, s_all, LaneMap.Of<T, float>(s_all, T.Cos), Math.Cos);
    }
}
