namespace Gan.Runtime;

/// <summary>The arithmetic of one width of vector: what a kernel is written with once, and compiled for each. Every operation is rounded once, so all widths agree to the bit.</summary>
/// <typeparam name="T">The vector.</typeparam>
internal interface IAdamLanes<T>
{
    /// <summary>The number of floats in a vector.</summary>
    static abstract int Count { get; }

    static abstract T All(float value);

    static abstract T Load(ref float start, int offset);

    static abstract void Store(T value, ref float start, int offset);

    static abstract T Multiply(T x, T y);

    static abstract T Add(T x, T y);

    static abstract T Divide(T x, T y);

    static abstract T Sqrt(T x);

    /// <summary>x * y + z.</summary>
    static abstract T MultiplyAdd(T x, T y, T z);
}
