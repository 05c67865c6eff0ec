using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gan.Runtime.Kernels;

/// <summary>The split of a positive normal double into its exponent and a mantissa between √½ and √2, in its bits; the exponent comes as bits of a double, <see cref="Offset"/> too large.</summary>
internal static class DoubleBits
{
    public const double Offset = 1.5 * (1L << 52) + 1023;

    public const int Digits = 52;

    public const ulong SqrtHalf = 0x3FE6A09E667F3BCD;

    /// <summary>What carries into the exponent from √2 on.</summary>
    public const ulong Carry = 0x3FF0000000000000 - SqrtHalf;

    public const ulong Fraction = (ulong)1 << Digits;

    /// <summary>1.5 * 2^Digits, whose last bits are those of an integer added to it.</summary>
    public const ulong Shift = 0x4338000000000000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Exponent, ulong Mantissa) Split(ulong bits)
    {
        var carried = bits + Carry;
        return ((carried >> Digits) + Shift, (carried & (Fraction - 1)) + SqrtHalf);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<ulong> Exponent, Vector128<ulong> Mantissa) Split(Vector128<ulong> bits)
    {
        var carried = bits + Vector128.Create(Carry);
        return ((carried >>> Digits) + Vector128.Create(Shift), (carried & Vector128.Create(Fraction - 1)) + Vector128.Create(SqrtHalf));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<ulong> Exponent, Vector256<ulong> Mantissa) Split(Vector256<ulong> bits)
    {
        var carried = bits + Vector256.Create(Carry);
        return ((carried >>> Digits) + Vector256.Create(Shift), (carried & Vector256.Create(Fraction - 1)) + Vector256.Create(SqrtHalf));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<ulong> Exponent, Vector512<ulong> Mantissa) Split(Vector512<ulong> bits)
    {
        var carried = bits + Vector512.Create(Carry);
        return ((carried >>> Digits) + Vector512.Create(Shift), (carried & Vector512.Create(Fraction - 1)) + Vector512.Create(SqrtHalf));
    }
}
