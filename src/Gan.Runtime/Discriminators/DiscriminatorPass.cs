using Gan.Dsl;
using static TorchSharp.torch;

namespace Gan.Runtime.Discriminators;

/// <summary>One visit to the discriminator, in which the loss and the penalties share D(real), D(fake) and their gradients.</summary>
/// <param name="discriminator">D.</param>
/// <param name="real">x.</param>
/// <param name="fake">G(z).</param>
internal sealed class DiscriminatorPass(BoundPair discriminator, Tensor? real, Tensor? fake) : StepPass
{
    public DiscriminatorSample Real { get; } = new(discriminator.AtReal, real, nameof(real));

    public DiscriminatorSample Fake { get; } = new(discriminator.AtFake, fake, nameof(fake));

    /// <summary>Whether D is one function at real and generated samples, and so also between them.</summary>
    public bool IsOneFunction => discriminator.IsOneFunction;

    public string? FakeConditionName => discriminator.AtFake.ConditionName;

    /// <summary>A point of a penalty's own: between the batches, or near one of them.</summary>
    public DiscriminatorSample At(PenaltyPoint place, Tensor point, string name) => place == PenaltyPoint.Fake ? new(discriminator.AtFake, point, name, nameof(fake)) : new(discriminator.AtReal, point, name, nameof(real));

    /// <summary>The same, with its gradient tracked.</summary>
    public DiscriminatorSample TrackedAt(PenaltyPoint place, Tensor point, string name)
    {
        var sample = At(place, point, name);
        sample.TrackGradient();
        return sample;
    }
}
