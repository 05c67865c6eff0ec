using Gan.Experiments.Data.Memory;
using Gan.Runtime.Checks;

namespace Gan.Experiments.Data.Batches;

/// <summary>
/// Which samples a step uses: a function of seed, step, batch size and count alone, so that a run that is resumed at a step reads the same batches, with no state to save.
/// </summary>
/// <remarks>
/// The samples come as one stream: a permutation of all of them (Fisher and Yates, by the seed and the epoch's number), then the next epoch's, and so on. A batch is the next piece of it.
/// Each epoch shows each sample once. Nothing is dropped: a batch that reaches an epoch's end goes on with the next epoch, so that all batches are whole, and one of more samples than there are holds some several times.
/// Any number of threads may ask.
/// </remarks>
internal sealed class BatchOrder
{
    private readonly long seed;
    private Epoch? latest;

    /// <summary>Makes an order.</summary>
    /// <param name="seed">Of the permutations.</param>
    /// <param name="batch">The samples a step, at least 1.</param>
    /// <param name="count">The samples there are, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public BatchOrder(long seed, int batch, int count) =>
        (this.seed, Batch, Count) = (seed, Ranges.AtLeastOne(batch, nameof(batch)), Ranges.AtLeastOne(count, nameof(count)));

    /// <summary>The samples a step.</summary>
    public int Batch { get; }

    /// <summary>The samples there are.</summary>
    public int Count { get; }

    /// <summary>The numbers of a step's samples.</summary>
    /// <param name="step">From 0.</param>
    /// <returns>As many numbers as the batch has samples, each from 0 to below <see cref="Count"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or the samples up to it are more than 2^63.</exception>
    public int[] At(long step)
    {
        if (step < 0 || step > (long.MaxValue / Batch) - 1)
            throw new ArgumentOutOfRangeException(nameof(step), step, $"A step must be from 0 to {(long.MaxValue / Batch) - 1}.");
        var indices = new int[Batch];
        var first = step * Batch;
        for (var filled = 0; filled < Batch;)
        {
            var (epoch, place) = Math.DivRem(first + filled, Count);
            var piece = Permutation(epoch).AsSpan((int)place);
            piece = piece[..Math.Min(piece.Length, Batch - filled)];
            piece.CopyTo(indices.AsSpan(filled));
            filled += piece.Length;
        }
        return indices;
    }

    // Steps mostly follow each other: the last epoch is kept. Two threads that replace it compute the same.
    private int[] Permutation(long epoch)
    {
        if (Volatile.Read(ref latest) is { } known && known.Number == epoch)
            return known.Order;
        var random = new CounterRandom(seed, (ulong)epoch);
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++)
        {
            var j = random.Below(i + 1);
            (order[i], order[j]) = (order[j], i);
        }
        Volatile.Write(ref latest, new(epoch, order));
        return order;
    }

    private sealed record Epoch(long Number, int[] Order);
}
