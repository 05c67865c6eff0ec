using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>The samples of a step. Its tensors are the caller's.</summary>
public sealed class Batch : IDisposable
{
    internal Batch(long step, Tensor samples, Tensor? labels) => (Step, Samples, Labels) = (step, samples, labels);

    /// <summary>The step.</summary>
    public long Step { get; }

    /// <summary>float32 [n, ...], on the reader's device.</summary>
    public Tensor Samples { get; }

    /// <summary>int64 [n]; null where there are no classes.</summary>
    public Tensor? Labels { get; }

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
