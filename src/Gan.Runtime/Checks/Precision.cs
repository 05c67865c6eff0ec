using static TorchSharp.torch;

namespace Gan.Runtime.Checks;

/// <summary>Half types store, float32 computes: a sum of squares or an exponential leaves their range at once.</summary>
internal static class Precision
{
    public static bool IsHalf(Tensor tensor) => tensor.dtype is ScalarType.Float16 or ScalarType.BFloat16;

    public static Tensor AtLeastFloat32(Tensor tensor) => IsHalf(tensor) ? tensor.to(ScalarType.Float32) : tensor;

    /// <summary>clamp(tensor, -limit, limit), in place; libtorch refuses a limit that the dtype cannot hold.</summary>
    public static void ClampTo(Tensor tensor, double limit)
    {
        var reachable = Math.Min(limit, finfo(tensor.dtype).max);
        tensor.clamp_(-reachable, reachable);
    }
}
