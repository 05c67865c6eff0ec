using Gan.Dsl;
using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents one visit to the discriminator, in which the loss and the penalties share D(x), D(G(z)) and the gradients of D.</summary>
public sealed class DiscriminatorPass : StepPass
{
    private readonly BoundPair discriminator;

    internal DiscriminatorPass(BoundPair discriminator, Tensor? real, Tensor? fake)
        : base(GeneratedBatch.Nothing)
    {
        this.discriminator = discriminator;
        Real = new(discriminator.AtReal, real, nameof(real));
        Fake = new(discriminator.AtFake, fake, nameof(fake));
    }

    /// <summary>With the generator, which is called when the samples are first used.</summary>
    internal DiscriminatorPass(BoundPair discriminator, Tensor? real, GeneratedBatch? generated)
        : base(Ranges.NotNull(generated, nameof(generated)))
    {
        this.discriminator = discriminator;
        Real = new(discriminator.AtReal, real, nameof(real));
        Fake = new(discriminator.AtFake, OwnSamples, "fake", nameof(generated));
    }

    /// <summary>Gets the real samples x.</summary>
    public DiscriminatorSample Real { get; }

    /// <summary>Gets the generated samples G(z).</summary>
    public DiscriminatorSample Fake { get; }

    /// <summary>Gets a value that indicates whether D is one function at real and generated samples, and so also between them. It is not if each batch has a condition of its own.</summary>
    public bool IsOneFunction => discriminator.IsOneFunction;

    /// <summary>Gets the module of the discriminator, whose parameters a penalty can use.</summary>
    public nn.Module Module => discriminator.AtReal.Module;

    private protected override bool TracksGenerator => false;

    internal string? FakeConditionName => discriminator.AtFake.ConditionName;

    /// <summary>Returns other points at which D is evaluated: between the batches, or near one of them.</summary>
    /// <param name="place">The batch that the points belong to. For <see cref="PenaltyPoint.Fake"/>, D has the condition of the generated samples, and otherwise the condition of the real ones.</param>
    /// <param name="points">The points, with as many samples as the batch.</param>
    /// <param name="name">What the points are, for messages, such as <c>noisy</c>.</param>
    /// <returns>The points. D is called when their logits are first used.</returns>
    /// <exception cref="ArgumentException">The points are null, disposed or empty, the name is null, or the place is not a member of the enumeration.</exception>
    public DiscriminatorSample At(PenaltyPoint place, Tensor points, string name)
    {
        TensorChecks.NotEmpty(points, nameof(points));
        ArgumentNullException.ThrowIfNull(name);
        return Ranges.Defined(place, nameof(place)) == PenaltyPoint.Fake ? new(discriminator.AtFake, points, name, Fake.ParameterName) : new(discriminator.AtReal, points, name, Real.ParameterName);
    }

    /// <summary>The same, with its gradient tracked.</summary>
    internal DiscriminatorSample TrackedAt(PenaltyPoint place, Tensor point, string name)
    {
        var sample = At(place, point, name);
        sample.TrackGradient();
        return sample;
    }

    private Tensor OwnSamples()
    {
        using var withoutGraph = no_grad();
        return Generated.Generate();
    }
}
