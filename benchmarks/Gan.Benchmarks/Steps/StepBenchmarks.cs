using BenchmarkDotNet.Attributes;

namespace Gan.Benchmarks;

/// <summary>
/// A step of D and one of G, by the tutorial's loop and by the library's. Both live in this process, so the allocator's settings are the same for both;
/// <see cref="StepReport"/> also gives the library what <see cref="Runtime.MemoryAllocator.KeepLargeBlocks"/> brings.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InThisProcess))]
public class StepBenchmarks : IDisposable
{
    private IStepLoop _tutorial = null!;
    private IStepLoop _library = null!;

    public static IEnumerable<string> Sizes => StepSize.Usual;

    public static IEnumerable<string> Penalties => StepObjectives.Names;

    [ParamsSource(nameof(Sizes))]
    public string Size { get; set; } = "";

    [ParamsSource(nameof(Penalties))]
    public string Penalty { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        TorchSharp.torch.set_num_threads(1);
        _tutorial = SixteenSteps.Loop(StepSize.Of(Size), Penalty, "tutorial");
        _library = SixteenSteps.Loop(StepSize.Of(Size), Penalty, "library");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _tutorial.Dispose();
        _library.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = SixteenSteps.Count)]
    public double Tutorial() => SixteenSteps.Run(_tutorial);

    [Benchmark(OperationsPerInvoke = SixteenSteps.Count)]
    public double Library() => SixteenSteps.Run(_library);
}
