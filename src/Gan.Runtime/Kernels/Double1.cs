using System.Runtime.CompilerServices;

namespace Gan.Runtime.Kernels;

/// <summary>One double: what is left at the end of a tensor, and machines without vectors.</summary>
internal readonly struct Double1(double number) : IDoubleLanes<Double1>
{
    private readonly double number = number;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 All(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 All(Coefficient coefficient) => new(coefficient.Exact);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator +(Double1 x, Double1 y) => new(x.number + y.number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator -(Double1 x, Double1 y) => new(x.number - y.number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator *(Double1 x, Double1 y) => new(x.number * y.number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator /(Double1 x, Double1 y) => new(x.number / y.number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator -(Double1 x) => new(-x.number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 MultiplyAdd(Double1 x, Double1 y, Double1 z) => new(Math.FusedMultiplyAdd(x.number, y.number, z.number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 MultiplyAdd(Double1 x, Double1 y, double z) => new(Math.FusedMultiplyAdd(x.number, y.number, z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Abs(Double1 x) => new(Math.Abs(x.number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Max(Double1 x, Double1 y) => new(Math.Max(x.number, y.number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Min(Double1 x, Double1 y) => new(Math.Min(x.number, y.number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Sqrt(Double1 x) => new(Math.Sqrt(x.number));

    public static Double1 Sin(Double1 x) => new(Math.Sin(x.number));

    public static Double1 Cos(Double1 x) => new(Math.Cos(x.number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 IfLess(Double1 left, Double1 right, Double1 then, Double1 otherwise) => left.number < right.number ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 IfLessOrEqual(Double1 left, Double1 right, Double1 then, Double1 otherwise) => left.number <= right.number ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 AtLeast(double limit, Double1 x) => limit > x.number ? new(limit) : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 AtMost(double limit, Double1 x) => limit < x.number ? new(limit) : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 CopySign(Double1 magnitude, Double1 sign) => new(Math.CopySign(magnitude.number, sign.number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 PowerOfTwo(Double1 x) => new(BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(x.number) << 52));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Double1 Exponent, Double1 Mantissa) Split(Double1 x)
    {
        var (biased, mantissa) = DoubleBits.Split(BitConverter.DoubleToUInt64Bits(x.number));
        return (new(BitConverter.UInt64BitsToDouble(biased) - DoubleBits.Offset), new(BitConverter.UInt64BitsToDouble(mantissa)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Load(ref double start, nint offset) => new(Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Double1 value, ref double start, nint offset) => Unsafe.Add(ref start, offset) = value.number;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 LoadWhere(ref byte mask, nint offset, Double1 value, Double1 otherwise) => Unsafe.Add(ref mask, offset) != 0 ? value : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Double1 x) => x.number;
}
