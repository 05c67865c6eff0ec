using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>
/// Represents one or more numbers that a kernel computes with at once, lane by lane. A formula over lanes is compiled for each vector width and for both precisions.
/// </summary>
/// <remarks>
/// Each arithmetic operation rounds once, so all vector widths agree bit for bit. The functions are accurate to a few units in the last place over their whole range, and return NaN for NaN.
/// </remarks>
/// <typeparam name="T">The type that implements the interface.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>Gets the number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Returns a value in each lane, rounded to the precision of the lanes.</summary>
    static abstract T All(double value);

    /// <summary>Returns a coefficient in each lane, in the precision of the lanes.</summary>
    static abstract T All(Coefficient coefficient);

    /// <summary>Computes x + y.</summary>
    static abstract T operator +(T x, T y);

    /// <summary>Computes x - y.</summary>
    static abstract T operator -(T x, T y);

    /// <summary>Computes x * y.</summary>
    static abstract T operator *(T x, T y);

    /// <summary>Computes x / y.</summary>
    static abstract T operator /(T x, T y);

    /// <summary>Computes -x.</summary>
    static abstract T operator -(T x);

    /// <summary>Computes x * y + z, rounded once.</summary>
    static abstract T MultiplyAdd(T x, T y, T z);

    /// <summary>Computes |x|.</summary>
    static abstract T Abs(T x);

    /// <summary>Computes max(0, x).</summary>
    static abstract T Relu(T x);

    /// <summary>Returns the greater of two values, or NaN if one of them is NaN.</summary>
    static abstract T Max(T x, T y);

    /// <summary>Returns the lesser of two values, or NaN if one of them is NaN.</summary>
    static abstract T Min(T x, T y);

    /// <summary>Returns the sign -1, 0 or 1 of x, or NaN for NaN.</summary>
    static abstract T Sign(T x);

    /// <summary>Computes the square root.</summary>
    static abstract T Sqrt(T x);

    /// <summary>Computes eˣ.</summary>
    static abstract T Exp(T x);

    /// <summary>Computes eˣ for x ≤ 0, in fewer operations.</summary>
    static abstract T ExpOfNegative(T x);

    /// <summary>Computes eˣ - 1 without cancellation.</summary>
    static abstract T Expm1(T x);

    /// <summary>Computes the natural logarithm.</summary>
    static abstract T Log(T x);

    /// <summary>Computes log(1 + x) without cancellation.</summary>
    static abstract T Log1p(T x);

    /// <summary>Computes log(1 + x) for 0 ≤ x ≤ 1, in fewer operations.</summary>
    static abstract T Log1pOfUnit(T x);

    /// <summary>Computes x to the power y, as <see cref="Math.Pow"/> does.</summary>
    static abstract T Pow(T x, T y);

    /// <summary>Computes the hyperbolic tangent.</summary>
    static abstract T Tanh(T x);

    /// <summary>Computes the sine.</summary>
    static abstract T Sin(T x);

    /// <summary>Computes the cosine.</summary>
    static abstract T Cos(T x);

    /// <summary>Returns <paramref name="then"/> where left &lt; right, and <paramref name="otherwise"/> elsewhere, including where one of the two is NaN.</summary>
    static abstract T IfLess(T left, T right, T then, T otherwise);

    /// <summary>Returns <paramref name="then"/> where left &lt;= right, and <paramref name="otherwise"/> elsewhere, including where one of the two is NaN.</summary>
    static abstract T IfLessOrEqual(T left, T right, T then, T otherwise);

    /// <summary>Returns <paramref name="value"/>, or NaN where x is NaN.</summary>
    static abstract T NaNOf(T x, T value);
}
