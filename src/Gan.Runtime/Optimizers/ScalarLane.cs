using System.Runtime.CompilerServices;

namespace Gan.Runtime;

/// <summary>One float: what is left at the end of a tensor, and machines without vectors.</summary>
internal readonly struct ScalarLane : IAdamLanes<float>
{
    public static int Count => 1;

    public static float All(float value) => value;

    public static float Load(ref float start, int offset) => Unsafe.Add(ref start, offset);

    public static void Store(float value, ref float start, int offset) => Unsafe.Add(ref start, offset) = value;

    public static float Multiply(float x, float y) => x * y;

    public static float Add(float x, float y) => x + y;

    public static float Divide(float x, float y) => x / y;

    public static float Sqrt(float x) => MathF.Sqrt(x);

    public static float MultiplyAdd(float x, float y, float z) => MathF.FusedMultiplyAdd(x, y, z);
}
