using Gan.Runtime.Kernels;

namespace Gan.Runtime.Cuda.Tracing;

/// <summary>The lane that traces what a function of the lanes does: eˣ becomes its polynomial.</summary>
/// <typeparam name="T">The lane itself, of one precision.</typeparam>
internal interface IFunctionTrace<T> : ITraceLanes<T>, IVectorLanes<T>
    where T : struct, IFunctionTrace<T>
{
    static T IVectorLanes<T>.MultiplyAdd(T x, T y, double z) => Record(Operation.MultiplyAdd, x, y, T.All(z));

    static T IVectorLanes<T>.AtLeast(double limit, T x) => Record(Operation.AtLeast, limit, x);

    static T IVectorLanes<T>.AtMost(double limit, T x) => Record(Operation.AtMost, limit, x);

    static T IVectorLanes<T>.CopySign(T magnitude, T sign) => Record(Operation.CopySign, magnitude, sign);

    static T IVectorLanes<T>.PowerOfTwo(T x) => Record(Operation.PowerOfTwo, x);

    static (T Exponent, T Mantissa) IVectorLanes<T>.Split(T x) => (Record(Operation.Exponent, x), Record(Operation.Mantissa, x));
}

/// <summary>In single precision.</summary>
internal readonly record struct SingleTrace(TracedValue? Value) : IFunctionTrace<SingleTrace>, ISinglePrecision<SingleTrace>
{
    public static SingleTrace Of(TracedValue value) => new(value);
}

/// <summary>In double precision.</summary>
internal readonly record struct DoubleTrace(TracedValue? Value) : IFunctionTrace<DoubleTrace>, IDoublePrecision<DoubleTrace>
{
    public static DoubleTrace Of(TracedValue value) => new(value);
}
