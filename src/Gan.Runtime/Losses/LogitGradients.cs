namespace Gan.Runtime;

/// <summary>A loss with its gradient in the logits, ready for one <c>backward(logits, gradients)</c>: it keeps its memory from step to step.</summary>
public sealed class LogitGradients : IDisposable
{
    /// <summary>The loss.</summary>
    public double Loss { get; internal set; }

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}
