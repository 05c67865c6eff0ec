using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gan.Runtime;

/// <summary>8 floats at once.</summary>
internal readonly struct Lanes256 : IAdamLanes<Vector256<float>>
{
    public static int Count => Vector256<float>.Count;

    public static Vector256<float> All(float value) => Vector256.Create(value);

    public static Vector256<float> Load(ref float start, int offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref start, offset));

    public static void Store(Vector256<float> value, ref float start, int offset) => value.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    public static Vector256<float> Multiply(Vector256<float> x, Vector256<float> y) => x * y;

    public static Vector256<float> Add(Vector256<float> x, Vector256<float> y) => x + y;

    public static Vector256<float> Divide(Vector256<float> x, Vector256<float> y) => x / y;

    public static Vector256<float> Sqrt(Vector256<float> x) => Vector256.Sqrt(x);

    public static Vector256<float> MultiplyAdd(Vector256<float> x, Vector256<float> y, Vector256<float> z) => Vector256.FusedMultiplyAdd(x, y, z);
}
