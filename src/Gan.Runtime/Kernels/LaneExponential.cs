using System.Runtime.CompilerServices;

namespace Gan.Runtime.Kernels;

/// <summary>
/// Functions of eˣ: x = n log 2 + r with |r| up to log(2) / 2, eˣ = 2ⁿ eʳ, and eʳ = 1 + r + r² c(r) with a polynomial c. Each operation is rounded once, so every width has the same bits.
/// </summary>
internal static class LaneExponential
{
    private const double Log2Inverse = 1.4426950408889634;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : struct, IVectorLanes<T>
    {
        x = T.AtMost(T.ExpIsInfinite, T.AtLeast(T.ExpIsZero, x));
        var n = Round(x);
        return T.Scale(ExpOfReduced(Reduce(x, n), 1), n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpOfNegative<T>(T x)
        where T : struct, IVectorLanes<T>
    {
        x = T.AtLeast(T.ExpIsZero, x);
        var shifted = T.MultiplyAdd(x, T.All(Log2Inverse), T.Shift + T.Bias + T.Digits);
        var n = shifted - T.All(T.Shift + T.Bias + T.Digits);
        return T.ExpDown(Reduce(x, n), shifted, n);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static T Expm1<T>(in T x)
        where T : struct, IVectorLanes<T> =>
        Expm1Inlined(x);

    /// <summary>tanh|x| = -e / (2 + e) with e = exp(-2|x|) - 1.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static T Tanh<T>(in T x)
        where T : struct, IVectorLanes<T>
    {
        var e = Expm1Inlined(T.All(-2) * T.Abs(x));
        return T.CopySign(e / (T.All(2) + e), x);
    }

    /// <summary>x * 2ⁿ by two factors that are normal numbers: only the last product is rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Scale<T>(T x, T n)
        where T : struct, IVectorLanes<T>
    {
        var shift = T.All(T.Shift + T.Bias);
        var half = T.MultiplyAdd(n, T.All(0.5), T.Shift + T.Bias);
        return x * T.PowerOfTwo(half) * T.PowerOfTwo(n - (half - shift) + shift);
    }

    /// <summary>2ⁿ (eʳ - 1) + (2ⁿ - 1), where the last is exact or beyond all digits; what of 2ⁿ overflows is multiplied last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Expm1Inlined<T>(T x)
        where T : struct, IVectorLanes<T>
    {
        var inside = T.AtMost(T.ExpIsInfinite, T.AtLeast(T.Expm1IsMinusOne, x));
        var n = Round(inside);
        var r = Reduce(inside, n);
        var q = T.MultiplyAdd(r * r, T.ExpPolynomial(r, 1), r);
        var shift = T.All(T.Shift + T.Bias);
        var finite = T.AtMost(T.Bias, n);
        var scale = T.PowerOfTwo(finite + shift);
        var result = T.MultiplyAdd(scale, q, scale - T.All(1)) * T.PowerOfTwo(n - finite + shift);
        return T.CopySign(result, x);
    }

    /// <summary>n, the integer nearest to x / log 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Round<T>(T x)
        where T : struct, IVectorLanes<T> =>
        T.MultiplyAdd(x, T.All(Log2Inverse), T.Shift) - T.All(T.Shift);

    /// <summary>r = x - n log 2, where log 2 has twice the digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Reduce<T>(T x, T n)
        where T : struct, IVectorLanes<T> =>
        T.MultiplyAdd(n, T.All(-T.Log2Rest), T.MultiplyAdd(n, T.All(-T.Log2), x));

    /// <summary>A power of two times eʳ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpOfReduced<T>(T r, double scale)
        where T : struct, IVectorLanes<T> =>
        T.MultiplyAdd(T.MultiplyAdd(T.ExpPolynomial(r, scale), r, scale), r, scale);
}
