namespace Gan.Runtime.Tests.Kernels;

/// <summary>Errors in units in the last place of the exact result; below the normal numbers in units of the least denormal.</summary>
internal static class Ulps
{
    public static void AssertWithin(double limit, float[] x, float[] actual, Func<double, double> exact) =>
        AssertWithin(limit, x, actual, x => (double)x, y => (float)y, 23, -149, exact);

    public static void AssertWithin(double limit, double[] x, double[] actual, Func<double, double> exact) =>
        AssertWithin(limit, x, actual, x => x, y => y, 52, -1074, exact);

    private static void AssertWithin<T>(double limit, T[] x, T[] actual, Func<T, double> widen, Func<double, T> round, int digits, int least, Func<double, double> exact)
    {
        var (worst, at) = (0.0, 0);
        for (var i = 0; i < x.Length; i++)
        {
            var error = Error(widen(actual[i]), exact(widen(x[i])), y => widen(round(y)), digits, least);
            if (error > worst)
                (worst, at) = (error, i);
        }

        Assert.True(worst <= limit, $"{worst} units at {x[at]}: {actual[at]} for {exact(widen(x[at]))}");
    }

    private static double Error(double actual, double exact, Func<double, double> rounded, int digits, int least)
    {
        if (double.IsNaN(exact) || double.IsNaN(actual))
            return double.IsNaN(exact) && double.IsNaN(actual) ? 0 : double.PositiveInfinity;
        if (actual == exact || double.IsInfinity(actual) || double.IsInfinity(rounded(exact)))
            return actual == rounded(exact) ? 0 : double.PositiveInfinity;
        var exponent = exact == 0 ? least : Math.Max(Math.ILogB(exact) - digits, least);
        return Math.ScaleB(Math.Abs(actual - exact), -exponent);
    }
}
