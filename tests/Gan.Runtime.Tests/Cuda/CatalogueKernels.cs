using CudaKernels;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Cuda;

/// <summary>Every kernel of the catalogue, compiled once for all tests.</summary>
public sealed class CatalogueKernels : IDisposable
{
    private readonly Lazy<CompiledKernels> compiled = new(static () => new(
        from term in CatalogueTerm.All
        from type in new[] { ScalarType.Float32, ScalarType.Float64 }
        from isByElement in new[] { false, true }
        from launch in term.Launches(type, isByElement)
        select launch.Kernel));

    internal CompiledKernels Compiled => compiled.Value;

    public void Dispose()
    {
        if (compiled.IsValueCreated)
            compiled.Value.Dispose();
    }
}
