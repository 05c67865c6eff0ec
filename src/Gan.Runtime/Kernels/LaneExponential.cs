using System.Runtime.CompilerServices;

namespace Gan.Runtime;

/// <summary>
/// Functions of eˣ: x = n log 2 + r with |r| up to log(2) / 2, eˣ = 2ⁿ eʳ, and eʳ = 1 + r + r² c(r) with a polynomial c. Each operation is rounded once, so every width has the same bits.
/// </summary>
internal static class LaneExponential
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : struct, IVectorLanes<T>
    {
        var (n, r, _) = Reduce(T.AtMost(T.All(T.ExpIsInfinite), T.AtLeast(T.All(T.ExpIsZero), x)), T.Bias);
        return T.Scale(OfReduced(r), n);
    }

    /// <summary>Nothing overflows, and the scale 2ⁿ is split unevenly: its larger part falls out of the reduction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpOfNegative<T>(T x)
        where T : struct, IVectorLanes<T>
    {
        var (n, r, shifted) = Reduce(T.AtLeast(T.All(T.ExpIsZero), x), T.Bias + T.Digits);
        return T.HasScale ? T.Scale(OfReduced(r), n) : OfReduced(r) * T.PowerOfTwo(shifted) * T.All(1.0 / (1L << T.Digits));
    }

    /// <summary>2ⁿ (eʳ - 1) + (2ⁿ - 1), where the last is exact or beyond all digits; what of 2ⁿ overflows is multiplied last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Expm1<T>(T x)
        where T : struct, IVectorLanes<T>
    {
        var (n, r, _) = Reduce(T.AtMost(T.All(T.ExpIsInfinite), T.AtLeast(T.All(T.Expm1IsMinusOne), x)), T.Bias);
        var q = T.MultiplyAdd(r * r, T.ExpPolynomial(r), r);
        var shift = T.All(T.Shift + T.Bias);
        var finite = T.AtMost(T.All(T.Bias), n);
        var scale = T.PowerOfTwo(finite + shift);
        var result = T.MultiplyAdd(scale, q, scale - T.All(1)) * T.PowerOfTwo(n - finite + shift);
        return T.CopySign(result, x);
    }

    /// <summary>tanh|x| = -e / (2 + e) with e = exp(-2|x|) - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh<T>(T x)
        where T : struct, IVectorLanes<T>
    {
        var e = Expm1(T.All(-2) * T.Abs(x));
        return T.CopySign(e / (T.All(2) + e), x);
    }

    /// <summary>x * 2ⁿ by two factors that are normal numbers: only the last product is rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Scale<T>(T x, T n)
        where T : struct, IVectorLanes<T>
    {
        var shift = T.All(T.Shift + T.Bias);
        var half = T.MultiplyAdd(n, T.All(0.5), shift);
        return x * T.PowerOfTwo(half) * T.PowerOfTwo(n - (half - shift) + shift);
    }

    /// <summary>n and r, and n with the offset in its last bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T N, T R, T Shifted) Reduce<T>(T x, int offset)
        where T : struct, IVectorLanes<T>
    {
        var shift = T.All(T.Shift + offset);
        var shifted = T.MultiplyAdd(x, T.All(1.4426950408889634), shift);
        var n = shifted - shift;
        var r = T.MultiplyAdd(n, T.All(-T.Log2Rest), T.MultiplyAdd(n, T.All(-T.Log2), x));
        return (n, r, shifted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OfReduced<T>(T r)
        where T : struct, IVectorLanes<T> =>
        T.MultiplyAdd(T.MultiplyAdd(T.ExpPolynomial(r), r, T.All(1)), r, T.All(1));
}
