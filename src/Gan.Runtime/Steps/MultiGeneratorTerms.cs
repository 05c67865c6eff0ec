using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The generator's loss of one step against several discriminators, by terms. It owns all its tensors: disposing it frees them and the graph, once or more
/// often, and the gradient that latents which are no leaf were left with by a penalty.
/// </summary>
/// <remarks>
/// <see cref="Backward"/> is the direct way, as against one discriminator: see <see cref="GeneratorTerms"/>. The scalars with a graph are made when they are first read.
/// </remarks>
public sealed class MultiGeneratorTerms : IDisposable
{
    private readonly OwnedTensors owned;
    private readonly StepLoss loss;
    private readonly Tensor? latents;

    internal MultiGeneratorTerms(StepLoss loss, IReadOnlyList<Tensor> realLogits, IReadOnlyList<Tensor> fakeLogits, Tensor? latents)
    {
        (this.loss, this.latents) = (loss, latents);
        FakeLogits = [.. fakeLogits.Select(static logits => logits.detach())];
        owned = new([.. loss.Tensors, .. realLogits, .. fakeLogits, .. FakeLogits]);
    }

    /// <summary><see cref="Adversarial"/> plus all <see cref="Penalties"/>: the scalar to call <c>backward</c> on.</summary>
    public Tensor Total => loss.Total;

    /// <summary>The sum or the mean of <see cref="Losses"/>.</summary>
    public Tensor Adversarial => loss.Adversarial;

    /// <summary>L_G against each discriminator, with the objective's <see cref="IGanObjective.LossWeight"/>, a scalar each.</summary>
    public IReadOnlyList<Tensor> Losses => loss.Losses;

    /// <summary>The penalties of the generator that were due, in the order of declaration. No reduction divides them.</summary>
    public IReadOnlyList<PenaltyTerm> Penalties => loss.Penalties;

    /// <summary>D_i(G(z)), detached.</summary>
    public IReadOnlyList<Tensor> FakeLogits { get; }

    /// <summary>Differentiates the total in G's parameters, as <c>Total.backward()</c> does, in one backward and with less work.</summary>
    /// <exception cref="InvalidOperationException">The logits have no graph; or the <see cref="LogitGradients"/> given to this step have been filled again since.</exception>
    public void Backward() => loss.Backward();

    /// <inheritdoc/>
    public void Dispose()
    {
        loss.Dispose();
        owned.Dispose();
        InputGradient.Release(latents);
    }
}
