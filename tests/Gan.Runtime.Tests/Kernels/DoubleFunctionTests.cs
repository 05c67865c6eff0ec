namespace Gan.Runtime.Tests.Kernels;

/// <summary>Double precision over the whole range against functions that are themselves within two units; every width has the same bits, but for functions of the library.</summary>
public class DoubleFunctionTests
{
    private static readonly double[] s_all = LaneSamples.Doubles;

    private static readonly double[] s_negative = Array.ConvertAll(s_all, x => -Math.Abs(x));

    private static readonly double[] s_units = Array.ConvertAll(s_all, x => Math.Abs(x) > 1 ? Math.Abs(1 / x) : Math.Abs(x));

    [Fact]
    public void Exp_is_accurate() => Check<Exp>(1.5, s_all, Math.Exp);

    [Fact]
    public void ExpOfNegative_is_accurate() => Check<ExpOfNegative>(1.5, s_negative, Math.Exp);

    [Fact]
    public void Expm1_is_accurate() => Check<Expm1>(2, s_all, Reference.Expm1);

    [Fact]
    public void Tanh_is_accurate() => Check<Tanh>(4, s_all, Math.Tanh);

    [Fact]
    public void Log_is_accurate() => Check<Log>(1, s_all, Math.Log);

    [Fact]
    public void Log1p_is_accurate() => Check<Log1p>(3, s_all, Reference.Log1p);

    [Fact]
    public void Log1pOfUnit_is_accurate() => Check<Log1pOfUnit>(3, s_units, Reference.Log1p);

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
        CheckLibrary<Double1>();
        CheckLibrary<Double128>();
        CheckLibrary<Double256>();
        CheckLibrary<Double512>();
    }

    private static void Check<TFunction>(double units, double[] x, Func<double, double> exact)
        where TFunction : ILaneFunction =>
        Ulps.AssertWithin(units, x, LaneMap.OfAllWidths<TFunction>(x), exact);

    private static void CheckLibrary<T>()
        where T : struct, IDoubleLanes<T>
    {
        Ulps.AssertWithin(1, s_all, LaneMap.Of<T, double>(s_all, T.Sin), Math.Sin);
        Ulps.AssertWithin(1, s_all, LaneMap.Of<T, double>(s_all, T.Cos), Math.Cos);
    }
}
