using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime.Steps;

/// <summary>A discriminator as the generator's step meets it.</summary>
/// <param name="Discriminator">D at generated samples.</param>
/// <param name="Real">D at real samples, for a coupled objective; null where the caller has none.</param>
internal readonly record struct Opponent(BoundDiscriminator Discriminator, DiscriminatorSample? Real)
{
    public static Opponent Of(BoundPair discriminator, Tensor? real) => new(discriminator.AtFake, new(discriminator.AtReal, real, nameof(real)));

    public static Opponent WithoutReal(BoundPair discriminator) => new(discriminator.AtFake, null);
}
