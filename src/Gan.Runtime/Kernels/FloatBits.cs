using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gan.Runtime.Kernels;

/// <summary>The split of a positive normal float into its exponent and a mantissa between √½ and √2, in its bits; the exponent comes as bits of a float, <see cref="Offset"/> too large.</summary>
internal static class FloatBits
{
    public const float Offset = 1.5f * (1 << 23) + 127;

    public const int Digits = 23;

    public const uint SqrtHalf = 0x3F3504F3;

    /// <summary>What carries into the exponent from √2 on.</summary>
    public const uint Carry = 0x3F800000 - SqrtHalf;

    public const uint Fraction = (uint)1 << Digits;

    /// <summary>1.5 * 2^Digits, whose last bits are those of an integer added to it.</summary>
    public const uint Shift = 0x4B400000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint Exponent, uint Mantissa) Split(uint bits)
    {
        var carried = bits + Carry;
        return ((carried >> Digits) + Shift, (carried & (Fraction - 1)) + SqrtHalf);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<uint> Exponent, Vector128<uint> Mantissa) Split(Vector128<uint> bits)
    {
        var carried = bits + Vector128.Create(Carry);
        return ((carried >>> Digits) + Vector128.Create(Shift), (carried & Vector128.Create(Fraction - 1)) + Vector128.Create(SqrtHalf));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<uint> Exponent, Vector256<uint> Mantissa) Split(Vector256<uint> bits)
    {
        var carried = bits + Vector256.Create(Carry);
        return ((carried >>> Digits) + Vector256.Create(Shift), (carried & Vector256.Create(Fraction - 1)) + Vector256.Create(SqrtHalf));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<uint> Exponent, Vector512<uint> Mantissa) Split(Vector512<uint> bits)
    {
        var carried = bits + Vector512.Create(Carry);
        return ((carried >>> Digits) + Vector512.Create(Shift), (carried & Vector512.Create(Fraction - 1)) + Vector512.Create(SqrtHalf));
    }
}
