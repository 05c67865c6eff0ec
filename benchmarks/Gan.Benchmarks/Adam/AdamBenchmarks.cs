using BenchmarkDotNet.Attributes;
using Gan.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>
/// One step of the optimiser over the parameters of a small DCGAN for 64 × 64 pictures, 32 channels wide: convolutions of 4 × 4, and a weight and a bias
/// for each batch normalisation. One thread, so that what else runs on the machine weighs equally on both.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InThisProcess))]
public class AdamBenchmarks : IDisposable
{
    private static readonly long[][] s_discriminator =
        [[32, 3, 4, 4], [64, 32, 4, 4], [64], [64], [128, 64, 4, 4], [128], [128], [256, 128, 4, 4], [256], [256], [1, 256, 4, 4]];

    private static readonly long[][] s_generator =
        [[100, 256, 4, 4], [256], [256], [256, 128, 4, 4], [128], [128], [128, 64, 4, 4], [64], [64], [64, 32, 4, 4], [32], [32], [32, 3, 4, 4]];

    private Parameter[] _parameters = null!;
    private optim.Optimizer _torchSharp = null!;
    private optim.Optimizer _fused = null!;

    [Params("discriminator", "generator")]
    public string Network { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        set_num_threads(1);
        _parameters = [.. (Network == "generator" ? s_generator : s_discriminator).Select(static shape => new Parameter(randn(shape)))];
        foreach (var parameter in _parameters)
            parameter.grad = randn(parameter.shape);
        _torchSharp = optim.Adam(_parameters, 2e-4, 0.5);
        _fused = new FusedAdam(_parameters, 2e-4, 0.5);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _torchSharp.Dispose();
        _fused.Dispose();
        foreach (var parameter in _parameters)
            parameter.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public void TorchSharpAdam() => _torchSharp.step();

    [Benchmark]
    public void FusedAdam() => _fused.step();
}
