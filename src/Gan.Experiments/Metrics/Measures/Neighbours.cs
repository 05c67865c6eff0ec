using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Metrics.Measures;

/// <summary>Euclidean distances between rows, a block at a time, so that memory does not grow with their product.</summary>
internal static class Neighbours
{
    // 32 MB of distances.
    private const long BlockDistances = 4_000_000;

    /// <summary>The distance from each row to its k-th nearest among the others of its table, [n].</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many others.</exception>
    public static Tensor Radii(Tensor table, int neighbours, string parameterName)
    {
        if (neighbours < 1 || neighbours >= table.shape[0])
            throw new ArgumentOutOfRangeException(nameof(neighbours), neighbours, $"neighbours must be from 1 to {table.shape[0] - 1}: {parameterName} has {table.shape[0]} samples.");
        // The nearest of all is the row itself, at 0.
        return PerRow(table, table, distances => distances.topk(neighbours + 1, 1, largest: false).values.select(1, neighbours));
    }

    /// <summary>What the distances of each row of a table to all rows of another are reduced to, [n].</summary>
    public static Tensor PerRow(Tensor from, Tensor to, Func<Tensor, Tensor> reduce)
    {
        var size = Math.Max(1, BlockDistances / to.shape[0]);
        var blocks = new List<Tensor>();
        for (long start = 0; start < from.shape[0]; start += size)
        {
            using var scope = NewDisposeScope();
            var rows = from.narrow(0, start, Math.Min(size, from.shape[0] - start));
            // By differences: by products, close points of a far cluster would lose their distance to rounding.
            blocks.Add(reduce(cdist(rows, to, 2, compute_mode.donot_use_mm_for_euclid_dist)).clone().MoveToOuterDisposeScope());
        }
        return cat(blocks);
    }
}
