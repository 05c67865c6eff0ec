using static TorchSharp.torch;

namespace Gan.Experiments.Data.Batches;

/// <summary>Reads the batches of a data set in an order, and checks them: what is wrong with a user's own set is said here, not found in the losses.</summary>
internal sealed class BatchReader
{
    private readonly GanData data;
    private readonly BatchOrder order;
    private readonly Device device;

    /// <summary>Makes a reader; the data stay the caller's.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="order">The order, of as many samples.</param>
    /// <param name="device">Where the batches are wanted; null: on the CPU.</param>
    /// <exception cref="ArgumentNullException">There are no data, or no order.</exception>
    /// <exception cref="ArgumentException">The order is of another number of samples than the data have.</exception>
    public BatchReader(GanData data, BatchOrder order, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(order);
        if (order.Count != data.Count)
            throw new ArgumentException($"The order has {order.Count} samples, but {data.Name} has {data.Count}.", nameof(order));
        (this.data, this.order, this.device) = (data, order, device ?? CPU);
    }

    /// <summary>What the batches are of.</summary>
    public string Name => data.Name;

    /// <summary>The batch of a step.</summary>
    /// <param name="step">From 0.</param>
    /// <returns>The batch, in the current dispose scope.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative or far too large.</exception>
    /// <exception cref="InvalidOperationException">
    /// The data set broke its contract: a shape or type is another, a sample not finite, an image outside [-1, 1], or a label no class. The message names the set.
    /// </exception>
    public Batch Read(long step)
    {
        var indices = order.At(step);
        Batch batch;
        using (NewDisposeScope())
        using (no_grad())
        {
            var (samples, labels) = (data.Samples(indices), data.Labels(indices));
            BatchChecks.Check(data, indices, samples, labels);
            batch = new Batch(step, samples.to(device), labels?.to(device)).Detached();
        }
        return batch.InCurrentScope();
    }
}
