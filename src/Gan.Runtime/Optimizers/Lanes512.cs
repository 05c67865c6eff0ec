using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gan.Runtime;

/// <summary>16 floats at once.</summary>
internal readonly struct Lanes512 : IAdamLanes<Vector512<float>>
{
    public static int Count => Vector512<float>.Count;

    public static Vector512<float> All(float value) => Vector512.Create(value);

    public static Vector512<float> Load(ref float start, int offset) => Vector512.LoadUnsafe(ref Unsafe.Add(ref start, offset));

    public static void Store(Vector512<float> value, ref float start, int offset) => value.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    public static Vector512<float> Multiply(Vector512<float> x, Vector512<float> y) => x * y;

    public static Vector512<float> Add(Vector512<float> x, Vector512<float> y) => x + y;

    public static Vector512<float> Divide(Vector512<float> x, Vector512<float> y) => x / y;

    public static Vector512<float> Sqrt(Vector512<float> x) => Vector512.Sqrt(x);

    public static Vector512<float> MultiplyAdd(Vector512<float> x, Vector512<float> y, Vector512<float> z) => Vector512.FusedMultiplyAdd(x, y, z);
}
