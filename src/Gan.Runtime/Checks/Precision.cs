using static TorchSharp.torch;

namespace Gan.Runtime.Checks;

/// <summary>Half types store, float32 computes: a sum of squares or an exponential leaves their range at once.</summary>
internal static class Precision
{
    public static bool IsHalf(Tensor tensor) => tensor.dtype is ScalarType.Float16 or ScalarType.BFloat16;

    /// <summary>The type that a kernel computes in.</summary>
    public static ScalarType ComputedIn(Tensor tensor) => tensor.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;

    public static Tensor AtLeastFloat32(Tensor tensor) => IsHalf(tensor) ? tensor.to(ScalarType.Float32) : tensor;

    /// <summary>clamp(tensor, -limit, limit), in place; libtorch refuses a limit that the dtype cannot hold.</summary>
    public static void ClampTo(Tensor tensor, double limit)
    {
        var reachable = Reachable(limit, tensor.dtype);
        tensor.clamp_(-reachable, reachable);
    }

    /// <summary>A limit that a dtype can hold.</summary>
    public static double Reachable(double limit, ScalarType type) => Math.Min(limit, finfo(type).max);
}
