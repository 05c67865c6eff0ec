namespace Gan.Runtime.Tests.Kernels;

/// <summary>Functions in double precision that .NET lacks or computes with cancellation, by Kahan's quotients: what the rounding of the inner function does, the denominator does too.</summary>
internal static class Reference
{
    public static double Expm1(double x)
    {
        var e = Math.Exp(x);
        return e == 1 || double.IsNaN(e) ? x : e - 1 == -1 ? -1 : double.IsInfinity(e) ? e : (e - 1) * (x / Math.Log(e));
    }

    public static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 || double.IsPositiveInfinity(u) ? x : u == 0 ? double.NegativeInfinity : Math.Log(u) * (x / (u - 1));
    }
}
