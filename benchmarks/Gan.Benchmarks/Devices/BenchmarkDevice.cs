using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>What computes: the CPU, or a GPU that has its own time.</summary>
internal static class BenchmarkDevice
{
    public static IReadOnlyList<string> Names { get; } = ["cpu", "cuda"];

    public static Device Current { get; private set; } = CPU;

    public static bool IsGpu => Current.type == TorchSharp.DeviceType.CUDA;

    public static void Use(string name)
    {
        if (name == "cuda" && !cuda.is_available())
            throw new PlatformNotSupportedException("TorchSharp has no CUDA here: install NVIDIA's driver, and reference a package such as TorchSharp-cuda-linux instead of TorchSharp-cpu.");
        Current = name == "cuda" ? new(TorchSharp.DeviceType.CUDA, 0) : CPU;
    }

    /// <summary>Waits until all that was begun is done.</summary>
    public static void Settle()
    {
        if (IsGpu)
            cuda.synchronize();
    }
}
