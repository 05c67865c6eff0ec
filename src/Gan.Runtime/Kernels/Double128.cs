using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gan.Runtime.Kernels;

/// <summary>Two doubles at once.</summary>
internal readonly struct Double128(Vector128<double> vector) : IDoubleLanes<Double128>
{
    private readonly Vector128<double> vector = vector;

    public static int Count => Vector128<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 All(double value) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 All(Coefficient coefficient) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.Create(coefficient.Exact));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 operator +(Double128 x, Double128 y) => Unsafe.BitCast<Vector128<double>, Double128>(x.vector + y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 operator -(Double128 x, Double128 y) => Unsafe.BitCast<Vector128<double>, Double128>(x.vector - y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 operator *(Double128 x, Double128 y) => Unsafe.BitCast<Vector128<double>, Double128>(x.vector * y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 operator /(Double128 x, Double128 y) => Unsafe.BitCast<Vector128<double>, Double128>(x.vector / y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 operator -(Double128 x) => Unsafe.BitCast<Vector128<double>, Double128>(-x.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 MultiplyAdd(Double128 x, Double128 y, Double128 z) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.FusedMultiplyAdd(x.vector, y.vector, z.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 MultiplyAdd(Double128 x, Double128 y, double z) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.FusedMultiplyAdd(x.vector, y.vector, Vector128.Create(z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 Abs(Double128 x) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.Abs(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 Max(Double128 x, Double128 y) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.Max(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 Min(Double128 x, Double128 y) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.Min(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 Sqrt(Double128 x) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.Sqrt(x.vector));

    public static Double128 Sin(Double128 x) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.Sin(x.vector));

    public static Double128 Cos(Double128 x) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.Cos(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 IfLess(Double128 left, Double128 right, Double128 then, Double128 otherwise) =>
        Unsafe.BitCast<Vector128<double>, Double128>(Vector128.ConditionalSelect(Vector128.LessThan(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 IfLessOrEqual(Double128 left, Double128 right, Double128 then, Double128 otherwise) =>
        Unsafe.BitCast<Vector128<double>, Double128>(Vector128.ConditionalSelect(Vector128.LessThanOrEqual(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 AtLeast(double limit, Double128 x) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.MaxNative(Vector128.Create(limit), x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 AtMost(double limit, Double128 x) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.MinNative(Vector128.Create(limit), x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 CopySign(Double128 magnitude, Double128 sign) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.CopySign(magnitude.vector, sign.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 PowerOfTwo(Double128 x) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.ShiftLeft(x.vector.AsUInt64(), 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double128 Exponent, Double128 Mantissa) Split(Double128 x)
    {
        var (biased, mantissa) = DoubleBits.Split(x.vector.AsUInt64());
        return (new(biased.AsDouble() - Vector128.Create(DoubleBits.Offset)), new(mantissa.AsDouble()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 Load(ref double start, nint offset) => Unsafe.BitCast<Vector128<double>, Double128>(Vector128.LoadUnsafe(ref Unsafe.Add(ref start, offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Double128 value, ref double start, nint offset) => value.vector.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double128 LoadWhere(ref byte mask, nint offset, Double128 value, Double128 otherwise) =>
        Unsafe.BitCast<Vector128<double>, Double128>(Vector128.ConditionalSelect(Vector128.IsZero(LaneMask.LoadWide2(ref mask, offset)).AsDouble(), otherwise.vector, value.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Double128 x) => Vector128.Sum(x.vector);
}
