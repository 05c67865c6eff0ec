using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>
/// One or several numbers that a kernel computes with at once, lane by lane: a formula written over them is compiled for every width of vector and for both precisions.
/// </summary>
/// <remarks>
/// Arithmetic is rounded once an operation, so that all widths agree to the bit; the functions are within a few units in the last place over the whole range, and NaN stays NaN.
/// </remarks>
/// <typeparam name="T">The lanes themselves.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>The value in each lane, rounded to the lanes' precision.</summary>
    static abstract T All(double value);

    /// <summary>The coefficient in each lane, as the lanes' precision has it.</summary>
    static abstract T All(Coefficient coefficient);

    /// <summary>x + y.</summary>
    static abstract T operator +(T x, T y);

    /// <summary>x - y.</summary>
    static abstract T operator -(T x, T y);

    /// <summary>x * y.</summary>
    static abstract T operator *(T x, T y);

    /// <summary>x / y.</summary>
    static abstract T operator /(T x, T y);

    /// <summary>-x.</summary>
    static abstract T operator -(T x);

    /// <summary>x * y + z, rounded once.</summary>
    static abstract T MultiplyAdd(T x, T y, T z);

    /// <summary>|x|.</summary>
    static abstract T Abs(T x);

    /// <summary>max(0, x).</summary>
    static abstract T Relu(T x);

    /// <summary>The greater of two; NaN if one is.</summary>
    static abstract T Max(T x, T y);

    /// <summary>The lesser of two; NaN if one is.</summary>
    static abstract T Min(T x, T y);

    /// <summary>-1, 0 or 1; NaN of NaN.</summary>
    static abstract T Sign(T x);

    /// <summary>The square root.</summary>
    static abstract T Sqrt(T x);

    /// <summary>eˣ.</summary>
    static abstract T Exp(T x);

    /// <summary>eˣ of x that is not above 0, in fewer operations.</summary>
    static abstract T ExpOfNegative(T x);

    /// <summary>eˣ - 1 without cancellation.</summary>
    static abstract T Expm1(T x);

    /// <summary>The natural logarithm.</summary>
    static abstract T Log(T x);

    /// <summary>log(1 + x) without cancellation.</summary>
    static abstract T Log1p(T x);

    /// <summary>log(1 + x) of x from 0 to 1, in fewer operations.</summary>
    static abstract T Log1pOfUnit(T x);

    /// <summary>x to the power y, as <see cref="Math.Pow"/> has it.</summary>
    static abstract T Pow(T x, T y);

    /// <summary>The hyperbolic tangent.</summary>
    static abstract T Tanh(T x);

    /// <summary>The sine.</summary>
    static abstract T Sin(T x);

    /// <summary>The cosine.</summary>
    static abstract T Cos(T x);

    /// <summary>left &lt; right ? then : otherwise; otherwise where one of the two is NaN.</summary>
    static abstract T IfLess(T left, T right, T then, T otherwise);

    /// <summary>left &lt;= right ? then : otherwise; otherwise where one of the two is NaN.</summary>
    static abstract T IfLessOrEqual(T left, T right, T then, T otherwise);

    /// <summary>The value; NaN where x is.</summary>
    static abstract T NaNOf(T x, T value);
}
