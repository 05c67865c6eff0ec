using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents the terms of the discriminator's loss of one step. Dispose it to free its tensors and the graph.
/// </summary>
/// <remarks>
/// <see cref="Backward"/> is the fastest way to differentiate: the gradients with respect to the logits are computed with the loss, and one backward pass over D takes them and the penalties.
/// <see cref="Adversarial"/> and <see cref="Total"/> are scalars with a graph, which are built when they are first read.
/// </remarks>
public sealed class DiscriminatorTerms : IDisposable
{
    private readonly OwnedTensors owned;
    private readonly StepLoss loss;

    internal DiscriminatorTerms(StepLoss loss, Tensor realLogits, Tensor fakeLogits)
    {
        this.loss = loss;
        RealLogits = realLogits.detach();
        FakeLogits = fakeLogits.detach();
        owned = new([.. loss.Tensors, realLogits, fakeLogits, RealLogits, FakeLogits]);
    }

    /// <summary>Gets the value of the loss L_D without penalties.</summary>
    /// <exception cref="InvalidOperationException">The <see cref="LogitGradients"/> of this step have been filled again since.</exception>
    public double Loss => loss.Value;

    /// <summary>Gets the sum of <see cref="Adversarial"/> and all <see cref="Penalties"/>, a scalar to call <c>backward</c> on.</summary>
    public Tensor Total => loss.Total;

    /// <summary>Gets the loss L_D without penalties, a scalar with its graph.</summary>
    public Tensor Adversarial => loss.Adversarial;

    /// <summary>Gets the penalties that were due at this step, in the order of their declaration.</summary>
    public IReadOnlyList<PenaltyTerm> Penalties => loss.Penalties;

    /// <summary>Gets the real logits D(x), detached.</summary>
    public Tensor RealLogits { get; }

    /// <summary>Gets the fake logits D(G(z)), detached.</summary>
    public Tensor FakeLogits { get; }

    /// <summary>Computes the gradient of the total with respect to the parameters of D, like <c>Total.backward()</c>, with one backward pass over D and less work.</summary>
    /// <exception cref="InvalidOperationException">The logits have no graph, or the <see cref="LogitGradients"/> of this step have been filled again since.</exception>
    public void Backward() => loss.Backward();

    /// <summary>The same, times a factor.</summary>
    internal void BackwardTimes(double factor) => loss.Backward(factor);

    internal void MoveOut() => owned.MoveOut();

    /// <summary>Frees the tensors and the graph.</summary>
    public void Dispose()
    {
        loss.Dispose();
        owned.Dispose();
    }
}
