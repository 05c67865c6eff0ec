using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Support;

/// <summary>The non-saturating objective, with its gradients in closed form, that counts how often the discriminator's loss is computed.</summary>
public sealed class CountingObjective : IGanObjective
{
    private readonly NonSaturating inner = new();

    public ObjectiveInfo Info => inner.Info;

    public bool HasLogitGradients => true;

    public IReadOnlyList<DiscriminatorPenalty> Penalties { get; init; } = [];

    /// <summary>How often with a graph.</summary>
    public int Losses { get; private set; }

    /// <summary>How often with gradients.</summary>
    public int Gradients { get; private set; }

    public Tensor DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits)
    {
        Losses++;
        return inner.DiscriminatorLoss(realLogits, fakeLogits);
    }

    public void DiscriminatorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients)
    {
        Gradients++;
        inner.DiscriminatorGradients(realLogits, fakeLogits, gradients);
    }

    public Tensor GeneratorLoss(Tensor realLogits, Tensor fakeLogits) => inner.GeneratorLoss(fakeLogits);
}
