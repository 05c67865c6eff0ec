using static TorchSharp.torch;

namespace Gan.Runtime.Cuda.Kernels;

/// <summary>How numbers of a type are read, written and computed with: the parts of the text that say so.</summary>
/// <param name="IsDouble">Whether they are computed with in double precision, and not in single.</param>
/// <param name="Parts">The names of the parts.</param>
internal sealed record CudaElement(bool IsDouble, IReadOnlyList<string> Parts)
{
    private static readonly CudaElement s_float32 = new(false, ["float32.cuh", "single.cuh"]);
    private static readonly CudaElement s_float64 = new(true, ["float64.cuh", "double.cuh"]);
    private static readonly CudaElement s_float16 = new(false, ["float16.cuh", "halves.cuh", "single.cuh"]);
    private static readonly CudaElement s_bfloat16 = new(false, ["bfloat16.cuh", "halves.cuh", "single.cuh"]);

    public static CudaElement Of(ScalarType type) => type switch
    {
        ScalarType.Float32 => s_float32,
        ScalarType.Float64 => s_float64,
        ScalarType.Float16 => s_float16,
        ScalarType.BFloat16 => s_bfloat16,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Kernels are for floating point."),
    };
}
