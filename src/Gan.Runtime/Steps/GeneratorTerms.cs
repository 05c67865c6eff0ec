using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// The generator's loss of one step. It owns all its tensors: disposing it frees them and the graph, once or more often.
/// </summary>
public sealed class GeneratorTerms : IDisposable
{
    private readonly OwnedTensors owned;

    internal GeneratorTerms(Tensor adversarial, Tensor fakeLogits)
    {
        Adversarial = adversarial;
        Total = adversarial;
        FakeLogits = fakeLogits.detach();
        owned = new(Total, Adversarial, FakeLogits);
    }

    /// <summary>The scalar to call <c>backward</c> on.</summary>
    public Tensor Total { get; }

    /// <summary>L_G, with the objective's <see cref="IGanObjective.LossWeight"/>, a scalar.</summary>
    public Tensor Adversarial { get; }

    /// <summary>D(G(z)), detached.</summary>
    public Tensor FakeLogits { get; }

    /// <inheritdoc/>
    public void Dispose() => owned.Dispose();
}
