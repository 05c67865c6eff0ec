using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gan.Runtime;

/// <summary>4 floats at once.</summary>
internal readonly struct Lanes128 : IAdamLanes<Vector128<float>>
{
    public static int Count => Vector128<float>.Count;

    public static Vector128<float> All(float value) => Vector128.Create(value);

    public static Vector128<float> Load(ref float start, int offset) => Vector128.LoadUnsafe(ref Unsafe.Add(ref start, offset));

    public static void Store(Vector128<float> value, ref float start, int offset) => value.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    public static Vector128<float> Multiply(Vector128<float> x, Vector128<float> y) => x * y;

    public static Vector128<float> Add(Vector128<float> x, Vector128<float> y) => x + y;

    public static Vector128<float> Divide(Vector128<float> x, Vector128<float> y) => x / y;

    public static Vector128<float> Sqrt(Vector128<float> x) => Vector128.Sqrt(x);

    public static Vector128<float> MultiplyAdd(Vector128<float> x, Vector128<float> y, Vector128<float> z) => Vector128.FusedMultiplyAdd(x, y, z);
}
