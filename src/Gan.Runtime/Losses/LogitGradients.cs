using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>A loss with its gradient in the logits, ready for one <c>backward(logits, gradients)</c>: it keeps its memory from step to step.</summary>
public sealed class LogitGradients : IDisposable
{
    /// <summary>The loss.</summary>
    public double Loss { get; internal set; }

    /// <summary>Of any objective, by the derivative of its own loss.</summary>
    internal void DiscriminatorByAutograd(IGanObjective objective, Tensor realLogits, Tensor fakeLogits) => throw new NotImplementedException();

    /// <inheritdoc cref="DiscriminatorByAutograd"/>
    internal void GeneratorByAutograd(IGanObjective objective, Tensor realLogits, Tensor fakeLogits) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}
