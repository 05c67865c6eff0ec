using Gan.Dsl;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace FashionGan;

/// <summary>Maps 64 random numbers to a picture of 28 by 28 pixels. It is small enough to train on a CPU.</summary>
[LatentShape(64)]
[SampleShape(1, 28, 28)]
public sealed class ConvGenerator : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers = Sequential(
        Linear(64, 64 * 7 * 7, hasBias: false),
        Unflatten(1, [64, 7, 7]), BatchNorm2d(64), ReLU(),
        ConvTranspose2d(64, 32, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(32), ReLU(),
        ConvTranspose2d(32, 1, 4, stride: 2, padding: 1), Tanh());

    public ConvGenerator()
        : base(nameof(ConvGenerator)) => RegisterComponents();

    public override Tensor forward(Tensor latents) => layers.call(latents);
}

/// <summary>Returns one logit for each picture. It has no batch normalisation, because a gradient penalty needs the gradient of each picture by itself.</summary>
[SampleShape(1, 28, 28)]
public sealed class ConvDiscriminator : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers = Sequential(
        Conv2d(1, 32, 4, stride: 2, padding: 1), LeakyReLU(0.2),
        Conv2d(32, 64, 4, stride: 2, padding: 1), LeakyReLU(0.2),
        Conv2d(64, 128, 3, stride: 2, padding: 1), LeakyReLU(0.2),
        Flatten(), Linear(128 * 4 * 4, 1));

    public ConvDiscriminator()
        : base(nameof(ConvDiscriminator)) => RegisterComponents();

    public override Tensor forward(Tensor pictures) => layers.call(pictures);
}
