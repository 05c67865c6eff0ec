using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Gan.Benchmarks;

/// <summary>
/// Benchmarks that call libtorch run in the process that was built: the project that BenchmarkDotNet makes for a process of its own does not import
/// the repository's targets, and there TorchSharp does not load on every system.
/// </summary>
internal sealed class InThisProcess : ManualConfig
{
    public InThisProcess() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsMutator());
}
