namespace Gan.Generators.Formulas.Intervals;

/// <summary>Double-precision functions that netstandard2.0 does not have, accurate to a few units in the last place.</summary>
internal static class RealMath
{
    /// <summary>log(1 + x). The rounding error of 1 + x cancels in the quotient (Kahan).</summary>
    public static double Log1p(double x)
    {
        var u = 1 + x;
        if (u == 1) return x;
        return double.IsInfinity(u) || u <= 0 ? Math.Log(u) : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>eˣ − 1, by the same cancellation.</summary>
    public static double Expm1(double x)
    {
        if (x > 40) return Math.Exp(x);
        var u = Math.Exp(x);
        if (u == 1) return x;
        return u - 1 == -1 ? -1 : (u - 1) * (x / Math.Log(u));
    }

    public static double Softplus(double x) => Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)));

    public static double Sigmoid(double x)
    {
        var decay = Math.Exp(-Math.Abs(x));
        return (x < 0 ? decay : 1) / (1 + decay);
    }

    /// <summary>Math.Sign without its exception on NaN.</summary>
    public static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : x;
}
