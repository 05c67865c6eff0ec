using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Gan.Benchmarks;

/// <summary>
/// Every distinct loss of the catalogue at every size, by hand and by the library, with its gradient in the logits. <see cref="LossReport"/> measures the same in turn, and much sooner.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InThisProcess))]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
[CategoriesColumn]
public class LossBenchmarks : IDisposable
{
    private LossBodies _discriminator = null!;
    private LossBodies _generator = null!;

    public static IEnumerable<string> Objectives => LossCase.All.Select(static loss => loss.Name);

    public static IEnumerable<string> Sizes => LogitSize.All.Select(static size => size.Name);

    [ParamsSource(nameof(Objectives))]
    public string Objective { get; set; } = "";

    [ParamsSource(nameof(Sizes))]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        TorchSharp.torch.set_num_threads(1);
        var (loss, shape) = (LossCase.Of(Objective), LogitSize.Of(Size).Shape);
        _discriminator = new(loss, Player.Discriminator, shape);
        _generator = new(loss, Player.Generator, shape);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _discriminator.Dispose();
        _generator.Dispose();
        GC.SuppressFinalize(this);
    }

    [BenchmarkCategory("D"), Benchmark(Baseline = true)]
    public void DiscriminatorByHand() => _discriminator.HandWritten();

    [BenchmarkCategory("D"), Benchmark]
    public void DiscriminatorLoss() => _discriminator.Library();

    [BenchmarkCategory("D"), Benchmark]
    public void DiscriminatorDirect() => _discriminator.Direct();

    [BenchmarkCategory("D"), Benchmark]
    public void DiscriminatorAtTheLogits() => _discriminator.AtTheLogits();

    [BenchmarkCategory("G"), Benchmark(Baseline = true)]
    public void GeneratorByHand() => _generator.HandWritten();

    [BenchmarkCategory("G"), Benchmark]
    public void GeneratorLoss() => _generator.Library();

    [BenchmarkCategory("G"), Benchmark]
    public void GeneratorDirect() => _generator.Direct();

    [BenchmarkCategory("G"), Benchmark]
    public void GeneratorAtTheLogits() => _generator.AtTheLogits();
}
