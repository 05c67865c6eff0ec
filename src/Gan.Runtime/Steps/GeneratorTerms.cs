using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents the terms of the generator's loss of one step. Dispose it to free its tensors and the graph, and the gradient that a penalty leaves on latents that are not a leaf.
/// </summary>
/// <remarks>
/// <see cref="Backward"/> is the fastest way to differentiate: the gradient with respect to the logits is computed with the loss, and one backward pass over D and G takes it.
/// <see cref="Adversarial"/> and <see cref="Total"/> are scalars with a graph, which are built when they are first read.
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

    /// <summary>Gets the value of the loss L_G without penalties, including the <see cref="IGanObjective.LossWeight"/> of the objective.</summary>
    /// <exception cref="InvalidOperationException">The <see cref="LogitGradients"/> of this step have been filled again since.</exception>
    public double Loss => loss.Value;

    /// <summary>Gets the sum of <see cref="Adversarial"/> and all <see cref="Penalties"/>, a scalar to call <c>backward</c> on.</summary>
    public Tensor Total => loss.Total;

    /// <summary>Gets the loss L_G without penalties, including the <see cref="IGanObjective.LossWeight"/> of the objective: a scalar with its graph.</summary>
    public Tensor Adversarial => loss.Adversarial;

    /// <summary>Gets the penalties that were due at this step, in the order of their declaration.</summary>
    public IReadOnlyList<PenaltyTerm> Penalties => loss.Penalties;

    /// <summary>Gets the fake logits D(G(z)), detached.</summary>
    public Tensor FakeLogits { get; }

    /// <summary>Computes the gradient of the total with respect to the parameters of G, like <c>Total.backward()</c>, with one backward pass and less work.</summary>
    /// <exception cref="InvalidOperationException">The samples have no graph, or the <see cref="LogitGradients"/> of this step have been filled again since.</exception>
    public void Backward() => loss.Backward();

    /// <summary>Frees the tensors and the graph.</summary>
    public void Dispose()
    {
        loss.Dispose();
        owned.Dispose();
        InputGradient.Release(latents);
    }
}
