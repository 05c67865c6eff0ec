using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The discriminator's loss of one step, by terms. It owns all its tensors: disposing it frees them and the graph, once or more often.
/// </summary>
public sealed class DiscriminatorTerms : IDisposable
{
    internal DiscriminatorTerms(Tensor adversarial, IReadOnlyList<PenaltyTerm> penalties, Tensor realLogits, Tensor fakeLogits)
    {
        Adversarial = adversarial;
        Penalties = penalties;
        RealLogits = realLogits.detach();
        FakeLogits = fakeLogits.detach();
        Total = penalties.Aggregate(adversarial, (sum, penalty) => sum.add(penalty.Value));
        foreach (var tensor in Tensors)
            tensor.MoveToOuterDisposeScope();
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

    private IEnumerable<Tensor> Tensors => [Total, Adversarial, .. Penalties.Select(penalty => penalty.Value), RealLogits, FakeLogits];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in Tensors)
            tensor.Dispose();
    }
}
