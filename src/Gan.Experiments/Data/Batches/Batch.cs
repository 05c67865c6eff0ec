using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>The samples of a step. Its tensors are the caller's.</summary>
/// <param name="Step">The step.</param>
/// <param name="Samples">float32 [n, ...], on the reader's device.</param>
/// <param name="Labels">int64 [n]; null where there are no classes.</param>
public sealed record Batch(long Step, Tensor Samples, Tensor? Labels) : IDisposable
{
    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Samples.Dispose();
        Labels?.Dispose();
    }

    internal Batch Detached()
    {
        Samples.DetachFromDisposeScope();
        Labels?.DetachFromDisposeScope();
        return this;
    }

    /// <summary>Gives detached tensors to the dispose scope of this thread, if there is one.</summary>
    internal Batch InCurrentScope()
    {
        if (CurrentDisposeScope is { } scope)
        {
            scope.Attach(Samples);
            if (Labels is not null)
                scope.Attach(Labels);
        }
        return this;
    }
}
