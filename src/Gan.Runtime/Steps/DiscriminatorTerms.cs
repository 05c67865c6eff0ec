using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The discriminator's loss of one step, by terms. It owns all its tensors: disposing it frees them and the graph, once or more often.
/// </summary>
public sealed class DiscriminatorTerms : IDisposable
{
    private readonly OwnedTensors owned;

    internal DiscriminatorTerms(Tensor adversarial, IReadOnlyList<PenaltyTerm> penalties, Tensor realLogits, Tensor fakeLogits)
    {
        Adversarial = adversarial;
        Penalties = penalties;
        RealLogits = realLogits.detach();
        FakeLogits = fakeLogits.detach();
        Total = penalties.Aggregate(adversarial, (sum, penalty) => sum.add(penalty.Value));
        owned = new([Total, Adversarial, .. penalties.Select(penalty => penalty.Value), RealLogits, FakeLogits]);
    }

    /// <summary><see cref="Adversarial"/> plus all <see cref="Penalties"/>: the scalar to call <c>backward</c> on.</summary>
    public Tensor Total { get; }

    /// <summary>L_D without penalties, a scalar.</summary>
    public Tensor Adversarial { get; }

    /// <summary>The penalties that were due, in the order of declaration.</summary>
    public IReadOnlyList<PenaltyTerm> Penalties { get; }

    /// <summary>D(x), detached.</summary>
    public Tensor RealLogits { get; }

    /// <summary>D(G(z)), detached.</summary>
    public Tensor FakeLogits { get; }

    internal void MoveOut() => owned.MoveOut();

    /// <inheritdoc/>
    public void Dispose() => owned.Dispose();
}
