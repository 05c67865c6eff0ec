using BenchmarkDotNet.Attributes;

namespace Gan.Benchmarks;

/// <summary>The four kinds of kernels beside the pure pass: logarithms and exponentials, a kink, squares, and nothing but a sum.</summary>
[Config(typeof(InThisProcess))]
public class KernelBenchmarks : IDisposable
{
    private PurePass _pass = null!;
    private LossBodies _loss = null!;

    public static IEnumerable<string> Losses => KernelReport.Losses;

    public static IEnumerable<int> Counts => KernelReport.Counts;

    [ParamsSource(nameof(Losses))]
    public string Loss { get; set; } = "";

    [ParamsSource(nameof(Counts))]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        TorchSharp.torch.set_num_threads(1);
        _pass = new(Count);
        _loss = new(LossCase.Of(Loss), Player.Discriminator, Count);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _pass.Dispose();
        _loss.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public void Pass() => _pass.Run();

    [Benchmark]
    public void Kernel() => _loss.AtTheLogits();
}
