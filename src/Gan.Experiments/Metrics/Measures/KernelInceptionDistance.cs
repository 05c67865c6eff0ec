using Gan.Experiments.Data.Memory;
using Gan.Experiments.Metrics.Measures;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// The kernel distance of two sets of features: the unbiased estimate of their squared maximum mean discrepancy
/// <c>mean k(x, x′) + mean k(y, y′) - 2 mean k(x, y)</c>, the first two over pairs of different samples, with <c>k(x, y) = (x·y / d + 1)³</c>. Lower is better, 0 is expected of equal distributions.
/// </summary>
/// <remarks>
/// Unlike <see cref="FrechetDistance"/> it has no bias of the number of samples. It is called KID with the features of Inception; numbers of other features are not comparable with it.
/// Source: Bińkowski, Sutherland, Arbel and Gretton 2018 (arXiv 1801.01401); Gretton et al. 2012 for the estimate.
/// </remarks>
public static class KernelInceptionDistance
{
    // Rows of a kernel matrix that are held at a time.
    private const int Block = 1024;

    /// <summary>The estimate from all pairs, computed in float64.</summary>
    /// <param name="real">[n, d], floating point, n at least 2.</param>
    /// <param name="generated">[m, d], m at least 2.</param>
    /// <returns>The estimate; below 0 at times.</returns>
    /// <exception cref="ArgumentException">A table is null, disposed, not floating point or too small, the widths differ, a number is not finite, or they are too large for the kernel.</exception>
    public static double Of(Tensor real, Tensor generated)
    {
        using var scope = NewDisposeScope();
        var (x, y) = FeatureTable.Read(real, generated, least: 2);
        return Estimate(x, y);
    }

    /// <summary>The mean of the estimates of disjoint blocks, with its standard error <c>s / √K</c>, s the standard deviation of the K estimates.</summary>
    /// <remarks>
    /// Both sides are shuffled once and dealt out, so that no two blocks share a sample: of independent samples their estimates are independent, and the error is that of the mean.
    /// Subsets that are drawn anew each time, as the 100 of 1000 samples of Bińkowski et al. 2018, share samples: their spread over the root of their number tends to 0 with it, however few samples there are.
    /// Of few blocks the error is rough: 24% of itself with 10. Source: Zaremba, Gretton and Blaschko 2013 (arXiv 1307.1954).
    /// </remarks>
    /// <param name="real">[n, d], floating point, n at least 4.</param>
    /// <param name="generated">[m, d], m at least 4.</param>
    /// <param name="blocks">K, from 2 to half of the smaller of n and m. A block has the K-th part of that, rounded down; what is left over is not used.</param>
    /// <param name="seed">Of the shuffle.</param>
    /// <returns>The distance.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>, or a number is out of its range.</exception>
    public static KernelDistance OfBlocks(Tensor real, Tensor generated, int blocks = 10, long seed = 0)
    {
        using var scope = NewDisposeScope();
        var (x, y) = FeatureTable.Read(real, generated, least: 4);
        var samples = Math.Min(x.shape[0], y.shape[0]);
        if (blocks < 2 || blocks > samples / 2)
            throw new ArgumentOutOfRangeException(nameof(blocks), blocks, $"blocks must be from 2 to {samples / 2}, so that each block has at least 2 of the {samples} samples.");
        var size = samples / blocks;
        (x, y) = (Shuffled(x, new(seed, 0)), Shuffled(y, new(seed, 1)));
        var estimates = new double[blocks];
        for (var i = 0; i < blocks; i++)
        {
            using var inner = NewDisposeScope();
            estimates[i] = Estimate(x.narrow(0, i * size, size), y.narrow(0, i * size, size));
        }
        var mean = estimates.Average();
        var variance = estimates.Sum(estimate => (estimate - mean) * (estimate - mean)) / (blocks - 1);
        return new(mean, Math.Sqrt(variance / blocks), blocks, (int)size);
    }

    private static double Estimate(Tensor x, Tensor y)
    {
        double n = x.shape[0], m = y.shape[0];
        var estimate = (Between(x, x, paired: true) / (n * (n - 1))) + (Between(y, y, paired: true) / (m * (m - 1))) - (2 * Between(x, y, paired: false) / (n * m));
        return double.IsFinite(estimate) ? estimate : throw new ArgumentException("The features are too large: the cubes of their products overflow.");
    }

    /// <summary>The sum of the kernel over all pairs; of a table with itself, over pairs of different rows.</summary>
    private static double Between(Tensor x, Tensor y, bool paired)
    {
        var sum = 0.0;
        for (long start = 0; start < x.shape[0]; start += Block)
        {
            using var scope = NewDisposeScope();
            var rows = x.narrow(0, start, Math.Min(Block, x.shape[0] - start));
            var kernel = rows.mm(y.t()).div(x.shape[1]).add(1).pow(3);
            if (paired)
                kernel.diagonal(start).zero_();
            sum += kernel.sum().ToDouble();
        }
        return sum;
    }

    // The shuffle of Fisher and Yates.
    private static Tensor Shuffled(Tensor x, CounterRandom random)
    {
        var order = new long[x.shape[0]];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        for (var i = 0; i < order.Length - 1; i++)
        {
            var j = i + random.Below(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return x.index_select(0, tensor(order));
    }
}
