using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Gan.Runtime.Cuda.Kernels;
using static TorchSharp.torch;

namespace Gan.Runtime.Cuda.Driver;

/// <summary>One GPU, with the kernels that have been loaded to it.</summary>
/// <param name="driver">The driver.</param>
/// <param name="streams">libtorch's streams.</param>
/// <param name="cache">Compiles kernels.</param>
/// <param name="place">The device, as tensors have it.</param>
internal sealed class CudaDevice(CudaDriver driver, TorchStreams streams, KernelCache cache, Device place)
{
    private readonly nint context = driver.PrimaryContext(place.index);
    private readonly int architecture = driver.Architecture(place.index);

    // By text: two equal texts are one kernel. And by object, which is faster to find.
    private readonly ConcurrentDictionary<CudaKernel, Lazy<nint>> functions = [];
    private readonly ConditionalWeakTable<CudaKernel, Lazy<nint>> known = [];
    private readonly ConcurrentDictionary<nint, Tensor> scratches = [];

    /// <summary>Makes launches that share memory between them, and runs them one after the other on the calling thread's stream.</summary>
    /// <param name="make">Makes the launches, of the address of their memory, <see cref="CudaOutput.ScratchBytes"/> that were 0 at first.</param>
    /// <exception cref="CudaException">A kernel cannot be compiled, loaded or launched.</exception>
    public void Run(Func<nint, CudaLaunch[]> make)
    {
        var stream = streams.Of(place.index);
        var scratch = scratches.GetOrAdd(stream, NewScratch);
        // Another thread's launches on this stream must not come between these.
        lock (scratch)
        {
            foreach (var launch in make(DeviceMemory.AddressOf(scratch)))
                driver.Launch(context, stream, FunctionOf(launch.Kernel), launch.Kernel.Name, launch.Blocks, CudaKernel.BlockSize, launch.Arguments);
        }
    }

    private nint FunctionOf(CudaKernel kernel) => known.GetValue(kernel, Find).Value;

    private Lazy<nint> Find(CudaKernel kernel) => functions.GetOrAdd(kernel, other => new(() => Load(other)));

    private nint Load(CudaKernel kernel)
    {
        var function = driver.TryLoad(context, cache.Get(kernel, architecture), kernel.Name);
        // What the disk has may be of another driver.
        if (function == 0)
            function = driver.TryLoad(context, cache.Renew(kernel, architecture), kernel.Name);
        return function != 0 ? function : throw new CudaException($"The CUDA kernel {kernel.Name} does not load on {place} (compute capability {architecture / 10}.{architecture % 10}).");
    }

    private Tensor NewScratch(nint stream)
    {
        using var withoutGraph = no_grad();
        return zeros(CudaOutput.ScratchBytes, dtype: ScalarType.Byte, device: place).DetachFromDisposeScope();
    }
}
