using System.Runtime.CompilerServices;

namespace Gan.Runtime.Kernels;

/// <summary>The constants and the polynomials of double precision. The polynomials are minimax, by Remez' exchange in 60 digits; an error is relative to the function they make.</summary>
/// <typeparam name="T">The lanes themselves.</typeparam>
internal interface IDoublePrecision<T> : IVectorLanes<T>
    where T : struct, IDoublePrecision<T>
{
    static double IVectorLanes<T>.Shift => 1.5 * (1L << 52);

    static int IVectorLanes<T>.Bias => 1023;

    static int IVectorLanes<T>.Digits => 54;

    static double IVectorLanes<T>.LeastNormal => 2.2250738585072014e-308;

    static double IVectorLanes<T>.ExpIsZero => -746;

    static double IVectorLanes<T>.Expm1IsMinusOne => -38;

    static double IVectorLanes<T>.ExpIsInfinite => 710;

    static double IVectorLanes<T>.Log2 => 0.6931471805599453;

    static double IVectorLanes<T>.Log2Rest => 2.3190468138462996e-17;

    /// <summary>Degree 9: eʳ - 1 within 3.3e-17, eʳ within 1.4e-17.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IVectorLanes<T>.ExpPolynomial(T r, double scale)
    {
        var c = T.MultiplyAdd(r, T.All(2.5053771237915247e-08 * scale), 2.762609281131047e-07 * scale);
        c = T.MultiplyAdd(c, r, 2.755740769817775e-06 * scale);
        c = T.MultiplyAdd(c, r, 2.480150514272101e-05 * scale);
        c = T.MultiplyAdd(c, r, 0.00019841269718699897 * scale);
        c = T.MultiplyAdd(c, r, 0.001388888893166713 * scale);
        c = T.MultiplyAdd(c, r, 0.008333333333389738 * scale);
        c = T.MultiplyAdd(c, r, 0.041666666666576466 * scale);
        c = T.MultiplyAdd(c, r, 0.16666666666666588 * scale);
        return T.MultiplyAdd(c, r, 0.5000000000000006 * scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IVectorLanes<T>.ExpDown(T r, T shifted, T n) => LaneExponential.ExpOfReduced(r, 1.0 / (1L << 54)) * T.PowerOfTwo(shifted);

    /// <summary>Degree 9: the logarithm within 2.2e-18.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IVectorLanes<T>.LogPolynomial(T z)
    {
        var l = T.MultiplyAdd(z, T.All(0.17010791291149965), 0.08344428849460572);
        l = T.MultiplyAdd(l, z, 0.12105065351113067);
        l = T.MultiplyAdd(l, z, 0.13301106653152156);
        l = T.MultiplyAdd(l, z, 0.15386549473756675);
        l = T.MultiplyAdd(l, z, 0.1818174443036625);
        l = T.MultiplyAdd(l, z, 0.2222222395496642);
        l = T.MultiplyAdd(l, z, 0.2857142854809786);
        l = T.MultiplyAdd(l, z, 0.40000000000155267);
        return T.MultiplyAdd(l, z, 0.6666666666666631);
    }
}
