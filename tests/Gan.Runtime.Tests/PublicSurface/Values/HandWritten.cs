using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>An objective as a user writes one: a coupled loss, every penalty, and no more of the interface than it asks for.</summary>
internal sealed class HandWritten : IGanObjective
{
    private readonly RelativisticPair inner = new();

    public ObjectiveInfo Info => inner.Info;

    public IReadOnlyList<DiscriminatorPenalty> Penalties { get; } = [new GradientPenalty(), new DraganPenalty(), new DriftPenalty(), new R2Penalty { FiniteDifference = 0.1 }];

    public Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits) => inner.DiscriminatorLoss(realLogits, fakeLogits);

    public Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits) => inner.GeneratorLoss(realLogits, fakeLogits);
}
