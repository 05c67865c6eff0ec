using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gan.Runtime.Kernels;

/// <summary>Four floats at once.</summary>
internal readonly struct Float128(Vector128<float> vector) : IWideningLanes<Float128, Double128>
{
    private readonly Vector128<float> vector = vector;

    public static int Count => Vector128<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 All(double value) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.Create((float)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 All(Coefficient coefficient) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.Create(coefficient.Rounded));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator +(Float128 x, Float128 y) => Unsafe.BitCast<Vector128<float>, Float128>(x.vector + y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator -(Float128 x, Float128 y) => Unsafe.BitCast<Vector128<float>, Float128>(x.vector - y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator *(Float128 x, Float128 y) => Unsafe.BitCast<Vector128<float>, Float128>(x.vector * y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator /(Float128 x, Float128 y) => Unsafe.BitCast<Vector128<float>, Float128>(x.vector / y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator -(Float128 x) => Unsafe.BitCast<Vector128<float>, Float128>(-x.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 MultiplyAdd(Float128 x, Float128 y, Float128 z) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.FusedMultiplyAdd(x.vector, y.vector, z.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 MultiplyAdd(Float128 x, Float128 y, double z) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.FusedMultiplyAdd(x.vector, y.vector, Vector128.Create((float)z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Abs(Float128 x) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.Abs(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Max(Float128 x, Float128 y) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.Max(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Min(Float128 x, Float128 y) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.Min(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Sqrt(Float128 x) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.Sqrt(x.vector));

    public static Float128 Sin(Float128 x) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.Sin(x.vector));

    public static Float128 Cos(Float128 x) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.Cos(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 IfLess(Float128 left, Float128 right, Float128 then, Float128 otherwise) =>
        Unsafe.BitCast<Vector128<float>, Float128>(Vector128.ConditionalSelect(Vector128.LessThan(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 IfLessOrEqual(Float128 left, Float128 right, Float128 then, Float128 otherwise) =>
        Unsafe.BitCast<Vector128<float>, Float128>(Vector128.ConditionalSelect(Vector128.LessThanOrEqual(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 AtLeast(double limit, Float128 x) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.MaxNative(Vector128.Create((float)limit), x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 AtMost(double limit, Float128 x) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.MinNative(Vector128.Create((float)limit), x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 CopySign(Float128 magnitude, Float128 sign) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.CopySign(magnitude.vector, sign.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 PowerOfTwo(Float128 x) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.ShiftLeft(x.vector.AsUInt32(), 23).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Float128 Exponent, Float128 Mantissa) Split(Float128 x)
    {
        var (biased, mantissa) = FloatBits.Split(x.vector.AsUInt32());
        return (new(biased.AsSingle() - Vector128.Create(FloatBits.Offset)), new(mantissa.AsSingle()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Load(ref float start, nint offset) => Unsafe.BitCast<Vector128<float>, Float128>(Vector128.LoadUnsafe(ref Unsafe.Add(ref start, offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Float128 value, ref float start, nint offset) => value.vector.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 LoadWhere(ref byte mask, nint offset, Float128 value, Float128 otherwise) =>
        Unsafe.BitCast<Vector128<float>, Float128>(Vector128.ConditionalSelect(Vector128.IsZero(LaneMask.Load4(ref mask, offset)).AsSingle(), otherwise.vector, value.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double128 Lower, Double128 Upper) Widen(Float128 x)
    {
        var (lower, upper) = Vector128.Widen(x.vector);
        return (new(lower), new(upper));
    }
}
