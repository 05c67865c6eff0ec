using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gan.Runtime;

/// <summary>Eight doubles at once.</summary>
internal readonly struct Double512(Vector512<double> vector) : IDoubleLanes<Double512>
{
    private readonly Vector512<double> vector = vector;

    public static int Count => Vector512<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 All(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 operator +(Double512 x, Double512 y) => new(x.vector + y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 operator -(Double512 x, Double512 y) => new(x.vector - y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 operator *(Double512 x, Double512 y) => new(x.vector * y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 operator /(Double512 x, Double512 y) => new(x.vector / y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 operator -(Double512 x) => new(-x.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 MultiplyAdd(Double512 x, Double512 y, Double512 z) => new(Vector512.FusedMultiplyAdd(x.vector, y.vector, z.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 Abs(Double512 x) => new(Vector512.Abs(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 Max(Double512 x, Double512 y) => new(Vector512.Max(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 Min(Double512 x, Double512 y) => new(Vector512.Min(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 Sqrt(Double512 x) => new(Vector512.Sqrt(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 IfLess(Double512 left, Double512 right, Double512 then, Double512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 IfLessOrEqual(Double512 left, Double512 right, Double512 then, Double512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.LessThanOrEqual(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 AtLeast(Double512 limit, Double512 x) => new(Vector512.MaxNative(limit.vector, x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 AtMost(Double512 limit, Double512 x) => new(Vector512.MinNative(limit.vector, x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 CopySign(Double512 magnitude, Double512 sign) => new(Vector512.CopySign(magnitude.vector, sign.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 PowerOfTwo(Double512 x) => new(Vector512.ShiftLeft(x.vector.AsUInt64(), 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double512 Exponent, Double512 Mantissa) Split(Double512 x)
    {
        var (biased, mantissa) = DoubleBits.Split(x.vector.AsUInt64());
        return (new(biased.AsDouble() - Vector512.Create(DoubleBits.Offset)), new(mantissa.AsDouble()));
    }

    public static bool HasScale => Avx512F.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 Scale(Double512 x, Double512 n) => Avx512F.IsSupported ? new(Avx512F.Scale(x.vector, n.vector)) : LaneExponential.Scale(x, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 Load(ref double start, nint offset) => new(Vector512.LoadUnsafe(ref Unsafe.Add(ref start, offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Double512 value, ref double start, nint offset) => value.vector.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 LoadWhere(ref byte mask, nint offset, Double512 value, Double512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.IsZero(LaneMask.LoadWide8(ref mask, offset)).AsDouble(), otherwise.vector, value.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Double512 x) => Vector512.Sum(x.vector);
}
