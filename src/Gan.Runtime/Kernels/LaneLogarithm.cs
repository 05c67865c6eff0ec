using System.Runtime.CompilerServices;

namespace Gan.Runtime.Kernels;

/// <summary>
/// Logarithms: x = 2ⁿ (1 + f), and log(1 + f) = 2 artanh s with s = f / (2 + f). As 2s = f - s f, that is f - s (f - s² L(s²)) with a polynomial L: what is rounded is small beside f.
/// </summary>
internal static class LaneLogarithm
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static T Log<T>(in T x)
        where T : struct, IVectorLanes<T>
    {
        // Denormals have no exponent of their own.
        var least = T.All(T.LeastNormal);
        var (n, mantissa) = T.Split(T.IfLess(x, least, x * T.All(1L << T.Digits), x));
        n += T.IfLess(x, least, T.All(-T.Digits), default);
        return AtEnds(x, OfSplit(n, mantissa, default));
    }

    /// <summary>log(u + d) = log u + d / u to rounding, with u = 1 + x rounded and d what that left out (exact: Knuth 1969, section 4.2.2). Where u is 1, d / u is x itself.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static T Log1p<T>(in T x)
        where T : struct, IVectorLanes<T>
    {
        var u = T.All(1) + x;
        var rounded = u - T.All(1);
        var left = T.All(1) - (u - rounded) + (x - rounded);
        var (n, mantissa) = T.Split(u);
        return AtEnds(u, T.CopySign(OfSplit(n, mantissa, left / u), x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log1pOfUnit<T>(T x)
        where T : struct, IVectorLanes<T> =>
        OfFraction(x, x);

    /// <summary>n log 2 + log(mantissa) + rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OfSplit<T>(T n, T mantissa, T rest)
        where T : struct, IVectorLanes<T>
    {
        var f = mantissa - T.All(1);
        return T.MultiplyAdd(n, T.All(T.Log2), f + OfFraction(f, T.MultiplyAdd(n, T.All(T.Log2Rest), rest)));
    }

    /// <summary>log(1 + f) - f + rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OfFraction<T>(T f, T rest)
        where T : struct, IVectorLanes<T>
    {
        var s = f / (T.All(2) + f);
        var z = s * s;
        return T.MultiplyAdd(-s, f - z * T.LogPolynomial(z), rest);
    }

    /// <summary>-∞ of 0, NaN of less, and of +∞ and NaN themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AtEnds<T>(T x, T logarithm)
        where T : struct, IVectorLanes<T>
    {
        var inside = T.IfLess(x, T.All(double.PositiveInfinity), logarithm, x);
        return T.IfLessOrEqual(x, default, T.IfLess(x, default, T.All(double.NaN), T.All(double.NegativeInfinity)), inside);
    }
}
