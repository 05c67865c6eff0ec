using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The generator's loss of one step against several discriminators, by terms. It owns all its tensors: disposing it frees them and the graph, once or more
/// often, and the gradient that latents which are no leaf were left with by a penalty.
/// </summary>
public sealed class MultiGeneratorTerms : IDisposable
{
    private readonly OwnedTensors owned;
    private readonly Tensor? latents;

    internal MultiGeneratorTerms(IReadOnlyList<Tensor> losses, ListReduction reduction, IReadOnlyList<PenaltyTerm> penalties, IEnumerable<Tensor> fakeLogits, Tensor? latents)
    {
        Losses = losses;
        this.latents = latents;
        Penalties = penalties;
        FakeLogits = [.. fakeLogits.Select(logits => logits.detach())];
        Adversarial = Lists.Reduce(losses, reduction);
        Total = penalties.Aggregate(Adversarial, (sum, penalty) => sum.add(penalty.Value));
        owned = new([Total, Adversarial, .. losses, .. penalties.Select(penalty => penalty.Value), .. FakeLogits]);
    }

    /// <summary><see cref="Adversarial"/> plus all <see cref="Penalties"/>: the scalar to call <c>backward</c> on.</summary>
    public Tensor Total { get; }

    /// <summary>The sum or the mean of <see cref="Losses"/>.</summary>
    public Tensor Adversarial { get; }

    /// <summary>L_G against each discriminator, with the objective's <see cref="IGanObjective.LossWeight"/>, a scalar each.</summary>
    public IReadOnlyList<Tensor> Losses { get; }

    /// <summary>The penalties of the generator that were due, in the order of declaration. No reduction divides them.</summary>
    public IReadOnlyList<PenaltyTerm> Penalties { get; }

    /// <summary>D_i(G(z)), detached.</summary>
    public IReadOnlyList<Tensor> FakeLogits { get; }

    /// <summary>Differentiates <see cref="Total"/>.</summary>
    /// <exception cref="InvalidOperationException">The logits have no graph.</exception>
    public void Backward()
    {
        ObjectDisposedException.ThrowIf(Total.IsInvalid, this);
        if (!Total.requires_grad)
            throw new InvalidOperationException(LogitGradients.NoGraph);
        // For what a loss hands over on the way.
        using var scope = NewDisposeScope();
        Refusals.Differentiate(() => Total.backward());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        owned.Dispose();
        InputGradient.Release(latents);
    }
}
