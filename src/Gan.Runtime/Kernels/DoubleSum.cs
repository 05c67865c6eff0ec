using System.Runtime.CompilerServices;

namespace Gan.Runtime.Kernels;

/// <summary>Sums of double precision lanes, a sum and a product for each.</summary>
internal struct DoubleSum<T> : ILaneSum<T>
    where T : struct, IDoubleLanes<T>
{
    private T total;
    private T product;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T value) => total += value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Multiply(T unit) => product = T.MultiplyAdd(unit, product, product + unit);

    public readonly double Total() => T.Sum(total);

    public double TakeLogarithms()
    {
        var logarithms = T.Sum(T.Log1p(product));
        product = default;
        return logarithms;
    }
}
