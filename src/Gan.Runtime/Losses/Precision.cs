using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Half types store, float32 computes: a sum of squares or an exponential leaves their range at once.</summary>
internal static class Precision
{
    public static Tensor AtLeastFloat32(Tensor tensor) =>
        tensor.dtype is ScalarType.Float16 or ScalarType.BFloat16 ? tensor.to(ScalarType.Float32) : tensor;
}
