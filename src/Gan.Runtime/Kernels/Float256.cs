using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gan.Runtime.Kernels;

/// <summary>Eight floats at once.</summary>
internal readonly struct Float256(Vector256<float> vector) : IWideningLanes<Float256, Double256>
{
    private readonly Vector256<float> vector = vector;

    public static int Count => Vector256<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 All(double value) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.Create((float)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 All(Coefficient coefficient) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.Create(coefficient.Rounded));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 operator +(Float256 x, Float256 y) => Unsafe.BitCast<Vector256<float>, Float256>(x.vector + y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 operator -(Float256 x, Float256 y) => Unsafe.BitCast<Vector256<float>, Float256>(x.vector - y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 operator *(Float256 x, Float256 y) => Unsafe.BitCast<Vector256<float>, Float256>(x.vector * y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 operator /(Float256 x, Float256 y) => Unsafe.BitCast<Vector256<float>, Float256>(x.vector / y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 operator -(Float256 x) => Unsafe.BitCast<Vector256<float>, Float256>(-x.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 MultiplyAdd(Float256 x, Float256 y, Float256 z) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.FusedMultiplyAdd(x.vector, y.vector, z.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 MultiplyAdd(Float256 x, Float256 y, double z) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.FusedMultiplyAdd(x.vector, y.vector, Vector256.Create((float)z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 Abs(Float256 x) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.Abs(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 Max(Float256 x, Float256 y) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.Max(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 Min(Float256 x, Float256 y) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.Min(x.vector, y.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 Sqrt(Float256 x) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.Sqrt(x.vector));

    public static Float256 Sin(Float256 x) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.Sin(x.vector));

    public static Float256 Cos(Float256 x) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.Cos(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 IfLess(Float256 left, Float256 right, Float256 then, Float256 otherwise) =>
        Unsafe.BitCast<Vector256<float>, Float256>(Vector256.ConditionalSelect(Vector256.LessThan(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 IfLessOrEqual(Float256 left, Float256 right, Float256 then, Float256 otherwise) =>
        Unsafe.BitCast<Vector256<float>, Float256>(Vector256.ConditionalSelect(Vector256.LessThanOrEqual(left.vector, right.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 AtLeast(double limit, Float256 x) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.MaxNative(Vector256.Create((float)limit), x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 AtMost(double limit, Float256 x) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.MinNative(Vector256.Create((float)limit), x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 CopySign(Float256 magnitude, Float256 sign) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.CopySign(magnitude.vector, sign.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 PowerOfTwo(Float256 x) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.ShiftLeft(x.vector.AsUInt32(), 23).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Float256 Exponent, Float256 Mantissa) Split(Float256 x)
    {
        var (biased, mantissa) = FloatBits.Split(x.vector.AsUInt32());
        return (new(biased.AsSingle() - Vector256.Create(FloatBits.Offset)), new(mantissa.AsSingle()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 Load(ref float start, nint offset) => Unsafe.BitCast<Vector256<float>, Float256>(Vector256.LoadUnsafe(ref Unsafe.Add(ref start, offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Float256 value, ref float start, nint offset) => value.vector.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float256 LoadWhere(ref byte mask, nint offset, Float256 value, Float256 otherwise) =>
        Unsafe.BitCast<Vector256<float>, Float256>(Vector256.ConditionalSelect(Vector256.IsZero(LaneMask.Load8(ref mask, offset)).AsSingle(), otherwise.vector, value.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double256 Lower, Double256 Upper) Widen(Float256 x)
    {
        var (lower, upper) = Vector256.Widen(x.vector);
        return (new(lower), new(upper));
    }
}
