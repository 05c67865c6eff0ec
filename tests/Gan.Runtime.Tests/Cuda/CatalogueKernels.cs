using CudaKernels;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Cuda;

/// <summary>Every kernel of the catalogue, compiled once for all tests.</summary>
public sealed class CatalogueKernels : IDisposable
{
    private readonly Lazy<CompiledKernels> compiled = new(static () => new(
        from term in CatalogueTerm.All
        // How half types are read and written has nothing to do with the formula.
        from type in HalfTypes.Contains(term) ? new[] { ScalarType.Float32, ScalarType.Float64, ScalarType.Float16, ScalarType.BFloat16 } : [ScalarType.Float32, ScalarType.Float64]
        from isByElement in new[] { false, true }
        from launch in term.Launches(type, isByElement)
        select launch.Kernel));

    /// <summary>One loss of each kind, which are compiled for half types too.</summary>
    internal static IReadOnlyList<CatalogueTerm> HalfTypes { get; } = [.. CatalogueTerm.All.Where(static term => term.Objective is "LogisticR1" or "RelativisticPair" or "RelativisticAverage")];

    internal CompiledKernels Compiled => compiled.Value;

    public void Dispose()
    {
        if (compiled.IsValueCreated)
            compiled.Value.Dispose();
    }
}
