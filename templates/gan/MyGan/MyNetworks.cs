using Gan.Dsl;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MyNamespace;

#if (Images)
/// <summary>Maps 32 random numbers to a picture of 16 by 16 pixels.</summary>
[LatentShape(32)]
[SampleShape(1, 16, 16)]
public sealed class MyGenerator : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers = Sequential(
        Linear(32, 64 * 4 * 4), Unflatten(1, [64, 4, 4]), ReLU(),
        ConvTranspose2d(64, 32, 4, stride: 2, padding: 1), ReLU(),
        ConvTranspose2d(32, 1, 4, stride: 2, padding: 1), Tanh());

    public MyGenerator()
        : base(nameof(MyGenerator)) => RegisterComponents();

    public override Tensor forward(Tensor input) => layers.call(input);
}

/// <summary>Returns one logit for each picture. A logit is any real number: add no sigmoid, because the losses contain it.</summary>
[SampleShape(1, 16, 16)]
public sealed class MyDiscriminator : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers = Sequential(
        Conv2d(1, 32, 4, stride: 2, padding: 1), LeakyReLU(0.2),
        Conv2d(32, 64, 4, stride: 2, padding: 1), LeakyReLU(0.2),
        Flatten(), Linear(64 * 4 * 4, 1));

    public MyDiscriminator()
        : base(nameof(MyDiscriminator)) => RegisterComponents();

    public override Tensor forward(Tensor input) => layers.call(input);
}
#else
/// <summary>Maps 8 random numbers to a point in the plane.</summary>
[LatentShape(8)]
[SampleShape(2)]
public sealed class MyGenerator : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers = Sequential(Linear(8, 64), ReLU(), Linear(64, 64), ReLU(), Linear(64, 2));

    public MyGenerator()
        : base(nameof(MyGenerator)) => RegisterComponents();

    public override Tensor forward(Tensor input) => layers.call(input);
}

/// <summary>Returns one logit for each point. A logit is any real number: add no sigmoid, because the losses contain it.</summary>
[SampleShape(2)]
public sealed class MyDiscriminator : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers = Sequential(Linear(2, 64), LeakyReLU(0.2), Linear(64, 64), LeakyReLU(0.2), Linear(64, 1));

    public MyDiscriminator()
        : base(nameof(MyDiscriminator)) => RegisterComponents();

    public override Tensor forward(Tensor input) => layers.call(input);
}
#endif
