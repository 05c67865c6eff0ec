using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>One visit to the discriminator, in which the loss and the penalties share D(real), D(fake) and their gradients.</summary>
internal sealed class DiscriminatorPass(nn.Module<Tensor, Tensor> discriminator, Tensor? real, Tensor? fake)
{
    public DiscriminatorSample Real { get; } = new(discriminator, real, nameof(real));

    public DiscriminatorSample Fake { get; } = new(discriminator, fake, nameof(fake));

    /// <summary>A point of a penalty's own, with its gradient tracked.</summary>
    public DiscriminatorSample At(Tensor point, string name)
    {
        var sample = new DiscriminatorSample(discriminator, point, name);
        sample.TrackGradient();
        return sample;
    }
}
