using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>Samples for the checks of penalties: always the same, spread over about [-1.5, 1.5], no two alike.</summary>
internal static class CheckSamples
{
    public static Tensor Real(long[] shape, ScalarType type) => Wave(shape, type, phase: 0.3);

    public static Tensor Fake(long[] shape, ScalarType type) => Wave(shape, type, phase: 1.9);

    private static Tensor Wave(long[] shape, ScalarType type, double phase)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        return arange(count, dtype: ScalarType.Float64).mul(0.7).add(phase).sin().mul(1.5).reshape(shape).to(type);
    }
}
