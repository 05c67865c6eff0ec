using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The generator's loss of one step, by terms. It owns all its tensors: disposing it frees them and the graph, once or more often, and the gradient that
/// latents which are no leaf were left with by a penalty.
/// </summary>
/// <remarks>
/// <see cref="Backward"/> is the direct way: the gradient in the logits is computed with the loss, and handed to one backward over D and G.
/// <see cref="Adversarial"/> and <see cref="Total"/> are scalars with a graph, made when they are first read.
/// </remarks>
public sealed class GeneratorTerms : IDisposable
{
    private readonly OwnedTensors owned;
    private readonly StepLoss loss;
    private readonly Tensor? latents;

    internal GeneratorTerms(StepLoss loss, Tensor? realLogits, Tensor fakeLogits, Tensor? latents)
    {
        (this.loss, this.latents) = (loss, latents);
        FakeLogits = fakeLogits.detach();
        owned = new([.. loss.Tensors, .. realLogits is null ? Array.Empty<Tensor>() : [realLogits], fakeLogits, FakeLogits]);
    }

    /// <summary>L_G without penalties, with the objective's <see cref="IGanObjective.LossWeight"/>, as a number.</summary>
    /// <exception cref="InvalidOperationException">The <see cref="LogitGradients"/> given to this step have been filled again since.</exception>
    public double Loss => loss.Value;

    /// <summary><see cref="Adversarial"/> plus all <see cref="Penalties"/>: a scalar to call <c>backward</c> on.</summary>
    public Tensor Total => loss.Total;

    /// <summary>L_G, with the objective's <see cref="IGanObjective.LossWeight"/>, a scalar.</summary>
    public Tensor Adversarial => loss.Adversarial;

    /// <summary>The penalties that were due, in the order of declaration.</summary>
    public IReadOnlyList<PenaltyTerm> Penalties => loss.Penalties;

    /// <summary>D(G(z)), detached.</summary>
    public Tensor FakeLogits { get; }

    /// <summary>Differentiates the total in G's parameters, as <c>Total.backward()</c> does, in one backward and with less work.</summary>
    /// <exception cref="InvalidOperationException">The samples have no graph; or the <see cref="LogitGradients"/> given to this step have been filled again since.</exception>
    public void Backward() => loss.Backward();

    /// <inheritdoc/>
    public void Dispose()
    {
        loss.Dispose();
        owned.Dispose();
        InputGradient.Release(latents);
    }
}
