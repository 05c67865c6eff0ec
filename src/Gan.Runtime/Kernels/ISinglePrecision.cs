using System.Runtime.CompilerServices;

namespace Gan.Runtime.Kernels;

/// <summary>The constants and the polynomials of single precision. The polynomials are minimax, by Remez' exchange in 60 digits; an error is relative to the function they make.</summary>
/// <typeparam name="T">The lanes themselves.</typeparam>
internal interface ISinglePrecision<T> : IVectorLanes<T>
    where T : struct, ISinglePrecision<T>
{
    static double IVectorLanes<T>.Shift => 1.5 * (1 << 23);

    static int IVectorLanes<T>.Bias => 127;

    static int IVectorLanes<T>.Digits => 24;

    static double IVectorLanes<T>.LeastNormal => 1.17549435e-38;

    static double IVectorLanes<T>.ExpIsZero => -104;

    static double IVectorLanes<T>.Expm1IsMinusOne => -18;

    static double IVectorLanes<T>.ExpIsInfinite => 89;

    static double IVectorLanes<T>.Log2 => 0.693147182;

    static double IVectorLanes<T>.Log2Rest => -1.90465421e-9;

    /// <summary>Degree 4: eʳ - 1 within 1.8e-8, eʳ within 0.7e-8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IVectorLanes<T>.ExpPolynomial(T r, double scale)
    {
        // By pairs: a chain of half the length, which counts where one logit waits for another.
        var square = r * r;
        var c = T.MultiplyAdd(r, T.All(0.00836654752 * scale), 0.0416672006 * scale);
        c = T.MultiplyAdd(square, T.All(0.00138825178 * scale), c);
        return T.MultiplyAdd(square, c, T.MultiplyAdd(r, T.All(0.166665435 * scale), 0.49999997 * scale));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IVectorLanes<T>.ExpDown(T r, T shifted, T n) => LaneExponential.ExpOfReduced(r, 1.0 / (1 << 24)) * T.PowerOfTwo(shifted);

    /// <summary>Degree 3: the logarithm within 5.6e-9.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IVectorLanes<T>.LogPolynomial(T z)
    {
        var l = T.MultiplyAdd(z, T.All(0.28012681), 0.28001675);
        l = T.MultiplyAdd(l, z, 0.400215358);
        return T.MultiplyAdd(l, z, 0.666664183);
    }
}
