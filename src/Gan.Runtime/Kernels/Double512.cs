using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gan.Runtime.Kernels;

/// <summary>Eight doubles at once.</summary>
internal readonly struct Double512(Vector512<double> vector) : IDoubleLanes<Double512>
{
    private readonly Vector512<double> vector = vector;

    public static int Count => Vector512<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 All(double value) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 All(Coefficient coefficient) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.Create(coefficient.Exact));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 operator +(Double512 x, Double512 y) => Unsafe.BitCast<Vector512<double>, Double512>(x.vector + y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 operator -(Double512 x, Double512 y) => Unsafe.BitCast<Vector512<double>, Double512>(x.vector - y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 operator *(Double512 x, Double512 y) => Unsafe.BitCast<Vector512<double>, Double512>(x.vector * y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 operator /(Double512 x, Double512 y) => Unsafe.BitCast<Vector512<double>, Double512>(x.vector / y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 operator -(Double512 x) => Unsafe.BitCast<Vector512<double>, Double512>(-x.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 MultiplyAdd(Double512 x, Double512 y, Double512 z) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.FusedMultiplyAdd(x.vector, y.vector, z.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 MultiplyAdd(Double512 x, Double512 y, double z) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.FusedMultiplyAdd(x.vector, y.vector, Vector512.Create(z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 Abs(Double512 x) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.Abs(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 Max(Double512 x, Double512 y) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.Max(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 Min(Double512 x, Double512 y) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.Min(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 Sqrt(Double512 x) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.Sqrt(x.vector));

    public static Double512 Sin(Double512 x) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.Sin(x.vector));

    public static Double512 Cos(Double512 x) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.Cos(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 IfLess(Double512 left, Double512 right, Double512 then, Double512 otherwise) =>
        Unsafe.BitCast<Vector512<double>, Double512>(Vector512.ConditionalSelect(Vector512.LessThan(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 IfLessOrEqual(Double512 left, Double512 right, Double512 then, Double512 otherwise) =>
        Unsafe.BitCast<Vector512<double>, Double512>(Vector512.ConditionalSelect(Vector512.LessThanOrEqual(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 AtLeast(double limit, Double512 x) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.MaxNative(Vector512.Create(limit), x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 AtMost(double limit, Double512 x) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.MinNative(Vector512.Create(limit), x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 CopySign(Double512 magnitude, Double512 sign) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.CopySign(magnitude.vector, sign.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 PowerOfTwo(Double512 x) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.ShiftLeft(x.vector.AsUInt64(), 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double512 Exponent, Double512 Mantissa) Split(Double512 x)
    {
        var (biased, mantissa) = DoubleBits.Split(x.vector.AsUInt64());
        return (new(biased.AsDouble() - Vector512.Create(DoubleBits.Offset)), new(mantissa.AsDouble()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 Scale(Double512 x, Double512 n) =>
        Avx512F.IsSupported ? Unsafe.BitCast<Vector512<double>, Double512>(Avx512F.Scale(x.vector, n.vector)) : LaneExponential.Scale(x, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 ExpDown(Double512 r, Double512 shifted, Double512 n) => Avx512F.IsSupported
        ? Unsafe.BitCast<Vector512<double>, Double512>(Avx512F.Scale(LaneExponential.ExpOfReduced(r, 1).vector, n.vector))
        : LaneExponential.ExpOfReduced(r, 1.0 / (1L << 54)) * PowerOfTwo(shifted);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 Load(ref double start, nint offset) => Unsafe.BitCast<Vector512<double>, Double512>(Vector512.LoadUnsafe(ref Unsafe.Add(ref start, offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Double512 value, ref double start, nint offset) => value.vector.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double512 LoadWhere(ref byte mask, nint offset, Double512 value, Double512 otherwise) =>
        Unsafe.BitCast<Vector512<double>, Double512>(Vector512.ConditionalSelect(Vector512.IsZero(LaneMask.LoadWide8(ref mask, offset)).AsDouble(), otherwise.vector, value.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Double512 x) => Vector512.Sum(x.vector);
}
