using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace FashionGan;

/// <summary>A generator of 28 by 28 pictures and a discriminator that returns one logit a picture, small enough for a CPU.</summary>
internal static class Networks
{
    private const int LatentSize = 64;

    public static Tensor Latents(long count) => randn(count, LatentSize);

    public static Module<Tensor, Tensor> Generator() => Sequential(
        Linear(LatentSize, 64 * 7 * 7, hasBias: false),
        Unflatten(1, [64, 7, 7]), BatchNorm2d(64), ReLU(),
        ConvTranspose2d(64, 32, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(32), ReLU(),
        ConvTranspose2d(32, 1, 4, stride: 2, padding: 1), Tanh());

    // No batch normalisation: a gradient penalty is about the gradient of each picture alone.
    public static Module<Tensor, Tensor> Discriminator() => Sequential(
        Conv2d(1, 32, 4, stride: 2, padding: 1), LeakyReLU(0.2),
        Conv2d(32, 64, 4, stride: 2, padding: 1), LeakyReLU(0.2),
        Conv2d(64, 128, 3, stride: 2, padding: 1), LeakyReLU(0.2),
        Flatten(), Linear(128 * 4 * 4, 1));
}
