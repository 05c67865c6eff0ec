using Gan.Runtime.Discriminators;
using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents the terms of the generator's loss of one step against several discriminators. Dispose it to free its tensors and the graph, and the gradient that a penalty leaves on latents that are not a leaf.
/// </summary>
/// <remarks>
/// <see cref="Backward"/> is the fastest way to differentiate, as against one discriminator (see <see cref="GeneratorTerms"/>). The scalars with a graph are built when they are first read.
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

    /// <summary>Gets the sum of <see cref="Adversarial"/> and all <see cref="Penalties"/>, a scalar to call <c>backward</c> on.</summary>
    public Tensor Total => loss.Total;

    /// <summary>Gets the sum or mean of <see cref="Losses"/>, a scalar with its graph.</summary>
    public Tensor Adversarial => loss.Adversarial;

    /// <summary>Gets the loss L_G against each discriminator, including the <see cref="IGanObjective.LossWeight"/> of the objective: scalars with their graph.</summary>
    public IReadOnlyList<Tensor> Losses => loss.Losses;

    /// <summary>Gets the penalties of the generator that were due at this step, in the order of their declaration. The reduction does not apply to them.</summary>
    public IReadOnlyList<PenaltyTerm> Penalties => loss.Penalties;

    /// <summary>Gets the fake logits D_i(G(z)) of each discriminator, detached.</summary>
    public IReadOnlyList<Tensor> FakeLogits { get; }

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
