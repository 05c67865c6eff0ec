using System.Runtime.CompilerServices;

namespace Gan.Runtime.Kernels;

/// <summary>What the functions need of lanes beyond arithmetic: their bits and their precision's constants. The functions are written once over these.</summary>
/// <remarks>
/// The JIT stops inlining in a method of 512 locals, and each argument that is an expression, each object constructed and each tuple counts as one: hence constants as arguments, casts for constructors,
/// and only what the common losses need inlined. What is not takes its lanes by reference: by value they would be copied in halves, which a load of the whole has to wait for.
/// </remarks>
/// <typeparam name="T">The lanes themselves.</typeparam>
internal interface IVectorLanes<T> : ILanes<T>
    where T : struct, IVectorLanes<T>
{
    /// <summary>1.5 * 2^d with d digits behind the leading one: a sum with it is rounded to an integer, which stands in the last bits.</summary>
    static abstract double Shift { get; }

    /// <summary>The exponent's bits of 1.</summary>
    static abstract int Bias { get; }

    /// <summary>The digits below which the denormal range may lie: 2^-<see cref="Bias"/> * 2^-Digits is below the least denormal or is half of it.</summary>
    static abstract int Digits { get; }

    /// <summary>The least normal number.</summary>
    static abstract double LeastNormal { get; }

    /// <summary>eˣ is 0 from here down.</summary>
    static abstract double ExpIsZero { get; }

    /// <summary>eˣ - 1 is -1 from here down.</summary>
    static abstract double Expm1IsMinusOne { get; }

    /// <summary>eˣ is infinite from here up.</summary>
    static abstract double ExpIsInfinite { get; }

    /// <summary>log 2, the nearest number.</summary>
    static abstract double Log2 { get; }

    /// <summary>log 2 - <see cref="Log2"/>, the nearest number.</summary>
    static abstract double Log2Rest { get; }

    /// <summary>(eʳ - 1 - r) / r² of |r| up to log(2) / 2, times a power of two, with which all coefficients are multiplied.</summary>
    static abstract T ExpPolynomial(T r, double scale);

    /// <summary>(log((1 + s) / (1 - s)) / s - 2) / z of z = s² up to 1/9.</summary>
    static abstract T LogPolynomial(T z);

    /// <summary>x * y + a constant, rounded once.</summary>
    static abstract T MultiplyAdd(T x, T y, double z);

    /// <summary>x, or the limit where x is less; NaN stays.</summary>
    static abstract T AtLeast(double limit, T x);

    /// <summary>x, or the limit where x is greater; NaN stays.</summary>
    static abstract T AtMost(double limit, T x);

    /// <summary>|magnitude| with the sign.</summary>
    static abstract T CopySign(T magnitude, T sign);

    /// <summary>2ⁿ of x = <see cref="Shift"/> + <see cref="Bias"/> + n, if it is a normal number.</summary>
    static abstract T PowerOfTwo(T x);

    /// <summary>x = 2ⁿ * mantissa of a positive normal x, the mantissa between √½ and √2.</summary>
    static abstract (T Exponent, T Mantissa) Split(T x);

    /// <summary>x * 2ⁿ of an x near 1, rounded once: denormal, 0 or infinite where that is the nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Scale(T x, T n) => LaneExponential.Scale(x, n);

    /// <summary>
    /// 2ⁿ eʳ of n up to 0, which is also given as shifted = <see cref="Shift"/> + <see cref="Bias"/> + <see cref="Digits"/> + n: eʳ 2^-Digits, whose coefficients have that factor, times the rest of 2ⁿ, a normal number.
    /// </summary>
    static abstract T ExpDown(T r, T shifted, T n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ILanes<T>.Relu(T x) => T.AtLeast(0, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ILanes<T>.Sign(T x) => T.IfLess(default, x, T.All(1), T.IfLess(x, default, T.All(-1), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ILanes<T>.NaNOf(T x, T value) => T.IfLessOrEqual(x, x, value, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ILanes<T>.Exp(T x) => LaneExponential.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ILanes<T>.ExpOfNegative(T x) => LaneExponential.ExpOfNegative(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ILanes<T>.Expm1(T x) => LaneExponential.Expm1(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ILanes<T>.Tanh(T x) => LaneExponential.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ILanes<T>.Log(T x) => LaneLogarithm.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ILanes<T>.Log1p(T x) => LaneLogarithm.Log1p(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ILanes<T>.Log1pOfUnit(T x) => LaneLogarithm.Log1pOfUnit(x);
}
