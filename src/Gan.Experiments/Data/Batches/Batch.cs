using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Represents the samples of a step. The caller disposes it.</summary>
public sealed class Batch : IDisposable
{
    internal Batch(long step, Tensor samples, Tensor? labels) => (Step, Samples, Labels) = (step, samples, labels);

    /// <summary>Gets the number of the step.</summary>
    public long Step { get; }

    /// <summary>Gets the samples, a float32 tensor of shape [n, ...] on the device of the reader.</summary>
    public Tensor Samples { get; }

    /// <summary>Gets the classes of the samples, an int64 tensor of shape [n], or <see langword="null"/> if there are no classes.</summary>
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
