using Gan.Dsl;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>One visit to the discriminator, in which the loss and the penalties share D(real), D(fake) and their gradients.</summary>
/// <param name="atReal">D at real samples.</param>
/// <param name="atFake">D at generated samples: another function of them where it has another condition there.</param>
/// <param name="real">x.</param>
/// <param name="fake">G(z).</param>
internal sealed class DiscriminatorPass(BoundDiscriminator atReal, BoundDiscriminator atFake, Tensor? real, Tensor? fake) : StepPass
{
    public DiscriminatorPass(BoundDiscriminator discriminator, Tensor? real, Tensor? fake)
        : this(discriminator, discriminator, real, fake)
    {
    }

    public DiscriminatorSample Real { get; } = new(atReal, real, nameof(real));

    public DiscriminatorSample Fake { get; } = new(atFake, fake, nameof(fake));

    /// <summary>Whether D is one function at real and generated samples, and so also between them.</summary>
    public bool IsOneFunction => ReferenceEquals(atReal, atFake);

    public string? FakeConditionName => atFake.ConditionName;

    /// <summary>A point of a penalty's own: between the batches, or near one of them.</summary>
    public DiscriminatorSample At(PenaltyPoint place, Tensor point, string name) => place == PenaltyPoint.Fake ? new(atFake, point, name, nameof(fake)) : new(atReal, point, name, nameof(real));

    /// <summary>The same, with its gradient tracked.</summary>
    public DiscriminatorSample TrackedAt(PenaltyPoint place, Tensor point, string name)
    {
        var sample = At(place, point, name);
        sample.TrackGradient();
        return sample;
    }
}
