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

    /// <summary>The mean of estimates from random subsets, and how much they spread.</summary>
    /// <param name="real">[n, d], floating point.</param>
    /// <param name="generated">[m, d].</param>
    /// <param name="subsets">How many, at least 2; the paper takes 100.</param>
    /// <param name="subsetSize">The samples of each on either side, drawn without repeats, from 2 to the smaller of n and m; the paper takes 1000.</param>
    /// <param name="seed">Of the draw.</param>
    /// <returns>The distance.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>, or a number is out of its range.</exception>
    public static KernelDistance OfSubsets(Tensor real, Tensor generated, int subsets = 100, int subsetSize = 1000, long seed = 0)
    {
        using var scope = NewDisposeScope();
        var (x, y) = FeatureTable.Read(real, generated, least: 2);
        if (subsets < 2)
            throw new ArgumentOutOfRangeException(nameof(subsets), subsets, "subsets must be at least 2: one has no spread.");
        var most = Math.Min(x.shape[0], y.shape[0]);
        if (subsetSize < 2 || subsetSize > most)
            throw new ArgumentOutOfRangeException(nameof(subsetSize), subsetSize, $"subsetSize must be from 2 to {most}, the samples there are.");
        var estimates = new double[subsets];
        for (var i = 0; i < subsets; i++)
        {
            using var inner = NewDisposeScope();
            var random = new CounterRandom(seed, (ulong)i);
            estimates[i] = Estimate(Draw(x, subsetSize, ref random), Draw(y, subsetSize, ref random));
        }
        var mean = estimates.Average();
        var variance = estimates.Sum(estimate => (estimate - mean) * (estimate - mean)) / (subsets - 1);
        return new(mean, Math.Sqrt(variance / subsets), subsets);
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

    // The first steps of the shuffle of Fisher and Yates.
    private static Tensor Draw(Tensor x, int size, ref CounterRandom random)
    {
        var order = new long[x.shape[0]];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        for (var i = 0; i < size; i++)
        {
            var j = i + random.Below(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return x.index_select(0, tensor(order[..size]));
    }
}
