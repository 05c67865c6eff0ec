using static TorchSharp.torch;

namespace Gan.Runtime.Discriminators;

/// <summary>D at real and at generated samples: one function of both, or two where each batch has a condition of its own.</summary>
/// <param name="AtReal">D at real samples.</param>
/// <param name="AtFake">D at generated samples.</param>
internal readonly record struct BoundPair(BoundDiscriminator AtReal, BoundDiscriminator AtFake)
{
    /// <summary>Whether D is one function at real and generated samples, and so also between them.</summary>
    public bool IsOneFunction => ReferenceEquals(AtReal, AtFake);

    public static BoundPair Of(nn.Module<Tensor, Tensor> discriminator) => One(BoundDiscriminator.Of(discriminator));

    public static BoundPair Of(nn.Module<Tensor, Tensor, Tensor> discriminator, Tensor condition, bool isDetached = false) =>
        One(BoundDiscriminator.Of(discriminator, condition, nameof(condition), isDetached));

    public static BoundPair Of(nn.Module<Tensor, Tensor, Tensor> discriminator, Tensor realCondition, Tensor fakeCondition, bool isDetached = false) => ReferenceEquals(realCondition, fakeCondition)
        ? One(BoundDiscriminator.Of(discriminator, realCondition, nameof(realCondition), isDetached))
        : new(BoundDiscriminator.Of(discriminator, realCondition, nameof(realCondition), isDetached), BoundDiscriminator.Of(discriminator, fakeCondition, nameof(fakeCondition), isDetached));

    private static BoundPair One(BoundDiscriminator discriminator) => new(discriminator, discriminator);
}
