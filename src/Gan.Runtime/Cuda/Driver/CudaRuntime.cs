using System.Collections.Concurrent;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Cuda.Driver;

/// <summary>
/// What runs CUDA kernels in this process: the driver, the compiler and libtorch's streams, found when the first tensor on a GPU comes. It has to be asked for: no GPU has run these launches yet.
/// </summary>
internal static class CudaRuntime
{
    private const string Setting = "GANDSL_CUDA_KERNELS";

    private static readonly Lazy<(Func<int, CudaDevice>? Device, string WhyNot)> Found = new(Find);
    private static readonly ConcurrentDictionary<int, CudaDevice> Devices = [];

    // For tests: what the CPU is taken for.
    [ThreadStatic]
    private static CudaDevice? standIn;

    /// <summary>Whether a tensor is on a GPU with CUDA.</summary>
    public static bool IsOn(Tensor tensor) => tensor.device_type == DeviceType.CUDA || standIn is not null;

    /// <summary>Whether a kernel can read a tensor as it lies in memory.</summary>
    public static bool Reads(Tensor tensor) => IsOn(tensor) && WhyNot(tensor) is null && tensor.is_contiguous();

    /// <summary>Why kernels do not run on a tensor's device; null where they do.</summary>
    public static string? WhyNot(Tensor tensor) =>
        standIn is not null ? null
        : tensor.device_type == DeviceType.CPU ? "the tensor is on the CPU"
        : tensor.device_type != DeviceType.CUDA ? $"there are kernels for the CPU and for CUDA, but not for {tensor.device}"
        : Found.Value.Device is null ? Found.Value.WhyNot : null;

    /// <summary>The GPU that a tensor is on.</summary>
    public static CudaDevice DeviceOf(Tensor tensor) =>
        standIn ?? Devices.GetOrAdd(tensor.device_index, index => Found.Value.Device is { } device ? device(index) : throw new InvalidOperationException(Found.Value.WhyNot));

    /// <summary>Takes the CPU for a GPU on this thread, as long as an action runs: for tests.</summary>
    public static void WithStandIn(CudaDevice device, Action action)
    {
        standIn = device;
        try
        {
            action();
        }
        finally
        {
            standIn = null;
        }
    }

    private static (Func<int, CudaDevice>? Device, string WhyNot) Find()
    {
        if (!IsAskedFor(Environment.GetEnvironmentVariable(Setting)))
            return (null, $"the CUDA kernels, which no GPU has run yet, are off: the environment variable {Setting} is not on");
        if (CudaDriver.TryFind(out var whyNot) is not { } driver || TorchStreams.TryFind(out whyNot) is not { } streams || Nvrtc.TryFind(out whyNot) is not { } compiler)
            return (null, whyNot);
        var cache = new KernelCache(compiler, KernelCache.Folder);
        return (index => new(driver, streams, cache, new(DeviceType.CUDA, index)), "");
    }

    /// <exception cref="ArgumentException">The setting is none.</exception>
    internal static bool IsAskedFor(string? setting) => setting switch
    {
        "on" => true,
        null or "" or "off" => false,
        var other => throw new ArgumentException($"The environment variable {Setting} is '{other}', but must be on or off."),
    };
}
