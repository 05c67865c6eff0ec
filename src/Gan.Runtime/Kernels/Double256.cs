using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gan.Runtime.Kernels;

/// <summary>Four doubles at once.</summary>
internal readonly struct Double256(Vector256<double> vector) : IDoubleLanes<Double256>
{
    private readonly Vector256<double> vector = vector;

    public static int Count => Vector256<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 All(double value) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 All(Coefficient coefficient) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.Create(coefficient.Exact));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 operator +(Double256 x, Double256 y) => Unsafe.BitCast<Vector256<double>, Double256>(x.vector + y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 operator -(Double256 x, Double256 y) => Unsafe.BitCast<Vector256<double>, Double256>(x.vector - y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 operator *(Double256 x, Double256 y) => Unsafe.BitCast<Vector256<double>, Double256>(x.vector * y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 operator /(Double256 x, Double256 y) => Unsafe.BitCast<Vector256<double>, Double256>(x.vector / y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 operator -(Double256 x) => Unsafe.BitCast<Vector256<double>, Double256>(-x.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 MultiplyAdd(Double256 x, Double256 y, Double256 z) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.FusedMultiplyAdd(x.vector, y.vector, z.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 MultiplyAdd(Double256 x, Double256 y, double z) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.FusedMultiplyAdd(x.vector, y.vector, Vector256.Create(z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 Abs(Double256 x) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.Abs(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 Max(Double256 x, Double256 y) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.Max(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 Min(Double256 x, Double256 y) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.Min(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 Sqrt(Double256 x) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.Sqrt(x.vector));

    public static Double256 Sin(Double256 x) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.Sin(x.vector));

    public static Double256 Cos(Double256 x) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.Cos(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 IfLess(Double256 left, Double256 right, Double256 then, Double256 otherwise) =>
        Unsafe.BitCast<Vector256<double>, Double256>(Vector256.ConditionalSelect(Vector256.LessThan(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 IfLessOrEqual(Double256 left, Double256 right, Double256 then, Double256 otherwise) =>
        Unsafe.BitCast<Vector256<double>, Double256>(Vector256.ConditionalSelect(Vector256.LessThanOrEqual(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 AtLeast(double limit, Double256 x) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.MaxNative(Vector256.Create(limit), x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 AtMost(double limit, Double256 x) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.MinNative(Vector256.Create(limit), x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 CopySign(Double256 magnitude, Double256 sign) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.CopySign(magnitude.vector, sign.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 PowerOfTwo(Double256 x) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.ShiftLeft(x.vector.AsUInt64(), 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double256 Exponent, Double256 Mantissa) Split(Double256 x)
    {
        var (biased, mantissa) = DoubleBits.Split(x.vector.AsUInt64());
        return (new(biased.AsDouble() - Vector256.Create(DoubleBits.Offset)), new(mantissa.AsDouble()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 Load(ref double start, nint offset) => Unsafe.BitCast<Vector256<double>, Double256>(Vector256.LoadUnsafe(ref Unsafe.Add(ref start, offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Double256 value, ref double start, nint offset) => value.vector.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double256 LoadWhere(ref byte mask, nint offset, Double256 value, Double256 otherwise) =>
        Unsafe.BitCast<Vector256<double>, Double256>(Vector256.ConditionalSelect(Vector256.IsZero(LaneMask.LoadWide4(ref mask, offset)).AsDouble(), otherwise.vector, value.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Double256 x) => Vector256.Sum(x.vector);
}
