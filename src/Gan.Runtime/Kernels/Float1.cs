using System.Runtime.CompilerServices;

namespace Gan.Runtime.Kernels;

/// <summary>One float: what is left at the end of a tensor, and machines without vectors.</summary>
internal readonly struct Float1(float number) : IWideningLanes<Float1, Double1>
{
    private readonly float number = number;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 All(double value) => new((float)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 All(Coefficient coefficient) => new(coefficient.Rounded);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator +(Float1 x, Float1 y) => new(x.number + y.number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator -(Float1 x, Float1 y) => new(x.number - y.number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator *(Float1 x, Float1 y) => new(x.number * y.number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator /(Float1 x, Float1 y) => new(x.number / y.number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator -(Float1 x) => new(-x.number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 MultiplyAdd(Float1 x, Float1 y, Float1 z) => new(MathF.FusedMultiplyAdd(x.number, y.number, z.number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 MultiplyAdd(Float1 x, Float1 y, double z) => new(MathF.FusedMultiplyAdd(x.number, y.number, (float)z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Abs(Float1 x) => new(MathF.Abs(x.number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Max(Float1 x, Float1 y) => new(MathF.Max(x.number, y.number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Min(Float1 x, Float1 y) => new(MathF.Min(x.number, y.number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Sqrt(Float1 x) => new(MathF.Sqrt(x.number));

    public static Float1 Sin(Float1 x) => new(MathF.Sin(x.number));

    public static Float1 Cos(Float1 x) => new(MathF.Cos(x.number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 IfLess(Float1 left, Float1 right, Float1 then, Float1 otherwise) => left.number < right.number ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 IfLessOrEqual(Float1 left, Float1 right, Float1 then, Float1 otherwise) => left.number <= right.number ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 AtLeast(double limit, Float1 x) => (float)limit > x.number ? new((float)limit) : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 AtMost(double limit, Float1 x) => (float)limit < x.number ? new((float)limit) : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 CopySign(Float1 magnitude, Float1 sign) => new(MathF.CopySign(magnitude.number, sign.number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 PowerOfTwo(Float1 x) => new(BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(x.number) << 23));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Float1 Exponent, Float1 Mantissa) Split(Float1 x)
    {
        var (biased, mantissa) = FloatBits.Split(BitConverter.SingleToUInt32Bits(x.number));
        return (new(BitConverter.UInt32BitsToSingle(biased) - FloatBits.Offset), new(BitConverter.UInt32BitsToSingle(mantissa)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Load(ref float start, nint offset) => new(Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Float1 value, ref float start, nint offset) => Unsafe.Add(ref start, offset) = value.number;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 LoadWhere(ref byte mask, nint offset, Float1 value, Float1 otherwise) => Unsafe.Add(ref mask, offset) != 0 ? value : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double1 Lower, Double1 Upper) Widen(Float1 x) => (new(x.number), default);
}
