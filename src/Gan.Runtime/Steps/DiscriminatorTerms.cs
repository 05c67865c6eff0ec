using Gan.Runtime.Steps;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The discriminator's loss of one step, by terms. It owns all its tensors: disposing it frees them and the graph, once or more often.
/// </summary>
/// <remarks>
/// <see cref="Backward"/> is the direct way: gradients in the logits are computed with the loss, and handed to one backward over D together with the penalties.
/// <see cref="Adversarial"/> and <see cref="Total"/> are scalars with a graph, made when they are first read.
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

    /// <summary>L_D without penalties, as a number.</summary>
    /// <exception cref="InvalidOperationException">The <see cref="LogitGradients"/> given to this step have been filled again since.</exception>
    public double Loss => loss.Value;

    /// <summary><see cref="Adversarial"/> plus all <see cref="Penalties"/>: a scalar to call <c>backward</c> on.</summary>
    public Tensor Total => loss.Total;

    /// <summary>L_D without penalties, a scalar.</summary>
    public Tensor Adversarial => loss.Adversarial;

    /// <summary>The penalties that were due, in the order of declaration.</summary>
    public IReadOnlyList<PenaltyTerm> Penalties => loss.Penalties;

    /// <summary>D(x), detached.</summary>
    public Tensor RealLogits { get; }

    /// <summary>D(G(z)), detached.</summary>
    public Tensor FakeLogits { get; }

    /// <summary>Differentiates the total in D's parameters, as <c>Total.backward()</c> does, in one backward over D and with less work.</summary>
    /// <exception cref="InvalidOperationException">The logits have no graph; or the <see cref="LogitGradients"/> given to this step have been filled again since.</exception>
    public void Backward() => loss.Backward();

    /// <summary>The same, times a factor.</summary>
    internal void BackwardTimes(double factor) => loss.Backward(factor);

    internal void MoveOut() => owned.MoveOut();

    /// <inheritdoc/>
    public void Dispose()
    {
        loss.Dispose();
        owned.Dispose();
    }
}
