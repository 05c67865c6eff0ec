using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gan.Runtime.Kernels;

/// <summary>Sixteen floats at once.</summary>
internal readonly struct Float512(Vector512<float> vector) : IWideningLanes<Float512, Double512>
{
    private readonly Vector512<float> vector = vector;

    public static int Count => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 All(double value) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.Create((float)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 All(Coefficient coefficient) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.Create(coefficient.Rounded));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 operator +(Float512 x, Float512 y) => Unsafe.BitCast<Vector512<float>, Float512>(x.vector + y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 operator -(Float512 x, Float512 y) => Unsafe.BitCast<Vector512<float>, Float512>(x.vector - y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 operator *(Float512 x, Float512 y) => Unsafe.BitCast<Vector512<float>, Float512>(x.vector * y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 operator /(Float512 x, Float512 y) => Unsafe.BitCast<Vector512<float>, Float512>(x.vector / y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 operator -(Float512 x) => Unsafe.BitCast<Vector512<float>, Float512>(-x.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 MultiplyAdd(Float512 x, Float512 y, Float512 z) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.FusedMultiplyAdd(x.vector, y.vector, z.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 MultiplyAdd(Float512 x, Float512 y, double z) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.FusedMultiplyAdd(x.vector, y.vector, Vector512.Create((float)z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 Abs(Float512 x) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.Abs(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 Max(Float512 x, Float512 y) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.Max(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 Min(Float512 x, Float512 y) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.Min(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 Sqrt(Float512 x) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.Sqrt(x.vector));

    public static Float512 Sin(Float512 x) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.Sin(x.vector));

    public static Float512 Cos(Float512 x) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.Cos(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 IfLess(Float512 left, Float512 right, Float512 then, Float512 otherwise) =>
        Unsafe.BitCast<Vector512<float>, Float512>(Vector512.ConditionalSelect(Vector512.LessThan(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 IfLessOrEqual(Float512 left, Float512 right, Float512 then, Float512 otherwise) =>
        Unsafe.BitCast<Vector512<float>, Float512>(Vector512.ConditionalSelect(Vector512.LessThanOrEqual(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 AtLeast(double limit, Float512 x) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.MaxNative(Vector512.Create((float)limit), x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 AtMost(double limit, Float512 x) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.MinNative(Vector512.Create((float)limit), x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 CopySign(Float512 magnitude, Float512 sign) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.CopySign(magnitude.vector, sign.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 PowerOfTwo(Float512 x) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.ShiftLeft(x.vector.AsUInt32(), 23).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Float512 Exponent, Float512 Mantissa) Split(Float512 x)
    {
        var (biased, mantissa) = FloatBits.Split(x.vector.AsUInt32());
        return (new(biased.AsSingle() - Vector512.Create(FloatBits.Offset)), new(mantissa.AsSingle()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 Scale(Float512 x, Float512 n) =>
        Avx512F.IsSupported ? Unsafe.BitCast<Vector512<float>, Float512>(Avx512F.Scale(x.vector, n.vector)) : LaneExponential.Scale(x, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 ExpDown(Float512 r, Float512 shifted, Float512 n) => Avx512F.IsSupported
        ? Unsafe.BitCast<Vector512<float>, Float512>(Avx512F.Scale(LaneExponential.ExpOfReduced(r, 1).vector, n.vector))
        : LaneExponential.ExpOfReduced(r, 1.0 / (1 << 24)) * PowerOfTwo(shifted);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 Load(ref float start, nint offset) => Unsafe.BitCast<Vector512<float>, Float512>(Vector512.LoadUnsafe(ref Unsafe.Add(ref start, offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Float512 value, ref float start, nint offset) => value.vector.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float512 LoadWhere(ref byte mask, nint offset, Float512 value, Float512 otherwise) =>
        Unsafe.BitCast<Vector512<float>, Float512>(Vector512.ConditionalSelect(Vector512.IsZero(LaneMask.Load16(ref mask, offset)).AsSingle(), otherwise.vector, value.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double512 Lower, Double512 Upper) Widen(Float512 x)
    {
        var (lower, upper) = Vector512.Widen(x.vector);
        return (new(lower), new(upper));
    }
}
