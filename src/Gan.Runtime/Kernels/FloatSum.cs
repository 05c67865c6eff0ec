using System.Runtime.CompilerServices;

namespace Gan.Runtime.Kernels;

/// <summary>Sums of single precision lanes, each widened first.</summary>
internal struct FloatSum<T, TWide> : ILaneSum<T>
    where T : struct, IWideningLanes<T, TWide>
    where TWide : struct, IDoubleLanes<TWide>
{
    private DoubleSum<TWide> lower;
    private DoubleSum<TWide> upper;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T value)
    {
        var (low, high) = T.Widen(value);
        lower.Add(low);
        upper.Add(high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Multiply(T unit)
    {
        var (low, high) = T.Widen(unit);
        lower.Multiply(low);
        upper.Multiply(high);
    }

    public readonly double Total() => lower.Total() + upper.Total();

    public double TakeLogarithms() => lower.TakeLogarithms() + upper.TakeLogarithms();
}
