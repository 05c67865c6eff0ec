using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The generator's loss of one step, by terms. It owns all its tensors: disposing it frees them and the graph, once or more often.
/// </summary>
public sealed class GeneratorTerms : IDisposable
{
    private readonly OwnedTensors owned;

    internal GeneratorTerms(Tensor adversarial, IReadOnlyList<PenaltyTerm> penalties, Tensor fakeLogits)
    {
        Adversarial = adversarial;
        Penalties = penalties;
        FakeLogits = fakeLogits.detach();
        Total = penalties.Aggregate(adversarial, (sum, penalty) => sum.add(penalty.Value));
        owned = new([Total, Adversarial, .. penalties.Select(penalty => penalty.Value), FakeLogits]);
    }

    /// <summary><see cref="Adversarial"/> plus all <see cref="Penalties"/>: the scalar to call <c>backward</c> on.</summary>
    public Tensor Total { get; }

    /// <summary>L_G, with the objective's <see cref="IGanObjective.LossWeight"/>, a scalar.</summary>
    public Tensor Adversarial { get; }

    /// <summary>The penalties that were due, in the order of declaration.</summary>
    public IReadOnlyList<PenaltyTerm> Penalties { get; }

    /// <summary>D(G(z)), detached.</summary>
    public Tensor FakeLogits { get; }

    /// <inheritdoc/>
    public void Dispose() => owned.Dispose();
}
