using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Benchmarks;

/// <summary>
/// A DCGAN for each size (Radford 2015, arXiv 1511.06434), with its discriminator normalised by groups: a gradient penalty is about the gradient of each picture alone.
/// </summary>
internal sealed class Networks : IDisposable
{
    private const int LatentSize = 100;

    private readonly int _batch;

    public Networks(StepSize size)
    {
        manual_seed(1);
        _batch = size.Batch;
        (Generator, Discriminator) = size.Side == 28 ? (GeneratorOf28(size.Channels), DiscriminatorOf28(size.Channels)) : (GeneratorOf64(size.Channels, size.Width), DiscriminatorOf64(size.Channels, size.Width));
        Generator.to(BenchmarkDevice.Current);
        Discriminator.to(BenchmarkDevice.Current);
        Real = randn([_batch, size.Channels, size.Side, size.Side], device: BenchmarkDevice.Current).tanh_();
    }

    public Module<Tensor, Tensor> Generator { get; }

    public Module<Tensor, Tensor> Discriminator { get; }

    /// <summary>The same batch at every step: to load others is no part of a step.</summary>
    public Tensor Real { get; }

    public Tensor Latents() => randn([_batch, LatentSize, 1, 1], device: BenchmarkDevice.Current);

    public void Dispose()
    {
        Generator.Dispose();
        Discriminator.Dispose();
        Real.Dispose();
    }

    private static Sequential GeneratorOf28(int channels) => Sequential(
        ConvTranspose2d(LatentSize, 64, 7, bias: false), BatchNorm2d(64), ReLU(),
        ConvTranspose2d(64, 32, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(32), ReLU(),
        ConvTranspose2d(32, channels, 4, stride: 2, padding: 1), Tanh());

    private static Sequential DiscriminatorOf28(int channels) => Sequential(
        Conv2d(channels, 32, 4, stride: 2, padding: 1), LeakyReLU(0.2),
        Conv2d(32, 64, 4, stride: 2, padding: 1, bias: false), Groups(64), LeakyReLU(0.2),
        Conv2d(64, 1, 7), Flatten());

    private static Sequential GeneratorOf64(int channels, int width) => Sequential(
        ConvTranspose2d(LatentSize, 8 * width, 4, bias: false), BatchNorm2d(8 * width), ReLU(),
        ConvTranspose2d(8 * width, 4 * width, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(4 * width), ReLU(),
        ConvTranspose2d(4 * width, 2 * width, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(2 * width), ReLU(),
        ConvTranspose2d(2 * width, width, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(width), ReLU(),
        ConvTranspose2d(width, channels, 4, stride: 2, padding: 1), Tanh());

    private static Sequential DiscriminatorOf64(int channels, int width) => Sequential(
        Conv2d(channels, width, 4, stride: 2, padding: 1), LeakyReLU(0.2),
        Conv2d(width, 2 * width, 4, stride: 2, padding: 1, bias: false), Groups(2 * width), LeakyReLU(0.2),
        Conv2d(2 * width, 4 * width, 4, stride: 2, padding: 1, bias: false), Groups(4 * width), LeakyReLU(0.2),
        Conv2d(4 * width, 8 * width, 4, stride: 2, padding: 1, bias: false), Groups(8 * width), LeakyReLU(0.2),
        Conv2d(8 * width, 1, 4), Flatten());

    // TorchSharp leaves its weight and bias uninitialised.
    private static GroupNorm Groups(int channels)
    {
        var norm = GroupNorm(8, channels);
        init.ones_(norm.weight);
        init.zeros_(norm.bias);
        return norm;
    }
}
