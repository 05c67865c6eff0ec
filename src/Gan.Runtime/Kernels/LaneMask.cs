using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gan.Runtime.Kernels;

/// <summary>The bytes of a mask, each widened to a lane of 4 bytes or, wide, of 8.</summary>
internal static class LaneMask
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Load4(ref byte start, nint offset)
    {
        var bytes = Vector128.CreateScalar(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, offset))).AsByte();
        return Vector128.WidenLower(Vector128.WidenLower(bytes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Load8(ref byte start, nint offset) =>
        Vector256.Create(Load4(ref start, offset), Load4(ref start, offset + 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Load16(ref byte start, nint offset) =>
        Vector512.Create(Load8(ref start, offset), Load8(ref start, offset + 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> LoadWide2(ref byte start, nint offset) =>
        Vector128.Create((ulong)Unsafe.Add(ref start, offset), Unsafe.Add(ref start, offset + 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> LoadWide4(ref byte start, nint offset)
    {
        var lanes = Load4(ref start, offset);
        return Vector256.Create(Vector128.WidenLower(lanes), Vector128.WidenUpper(lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> LoadWide8(ref byte start, nint offset) =>
        Vector512.Create(LoadWide4(ref start, offset), LoadWide4(ref start, offset + 4));
}
