using Gan.Experiments.Data.Memory;
using Gan.Experiments.Metrics.Measures;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// Computes the kernel distance between the features of real and generated samples: the unbiased estimate <c>mean k(x, x′) + mean k(y, y′) - 2 mean k(x, y)</c> of their squared maximum mean discrepancy,
/// with the kernel <c>k(x, y) = (x·y / d + 1)³</c>.
/// </summary>
/// <remarks>
/// <para>The first two means are over pairs of different samples. Lower is better, and the expectation is 0 for equal distributions. Unlike <see cref="FrechetDistance"/>, it is unbiased for any number of samples.
/// With the features of Inception it is called KID. Distances of other features cannot be compared with KID.</para>
/// <para>Sources: Bińkowski, Sutherland, Arbel and Gretton 2018 (arXiv 1801.01401); for the estimate, Gretton et al. 2012 (JMLR 13, A Kernel Two-Sample Test).</para>
/// </remarks>
public static class KernelInceptionDistance
{
    // Rows of a kernel matrix that are held at a time.
    private const int Block = 1024;

    /// <summary>Computes the estimate from all pairs of samples, in float64.</summary>
    /// <param name="real">The features of the real samples, of shape [n, d], floating point and finite, n at least 2.</param>
    /// <param name="generated">The features of the generated samples, of shape [m, d], floating point and finite, m at least 2.</param>
    /// <returns>The estimate, which can be negative.</returns>
    /// <exception cref="ArgumentException">A tensor is null, disposed, not floating point, not finite or too small, the numbers of features differ, or the kernel overflows.</exception>
    public static double Of(Tensor real, Tensor generated)
    {
        using var scope = NewDisposeScope();
        var (x, y) = FeatureTable.Read(real, generated, least: 2);
        return Estimate(x, y);
    }

    /// <summary>Computes the mean of the estimates of K disjoint blocks and its standard error <c>s / √K</c>, where s is the standard deviation of the estimates.</summary>
    /// <remarks>
    /// <para>The real and the generated samples are shuffled and divided into blocks, so that no two blocks share a sample. The estimates of independent samples are then independent.
    /// For random subsets that share samples, as in Bińkowski et al. 2018 (arXiv 1801.01401), s / √K would tend to 0 with more subsets, however few samples there are.</para>
    /// <para>The standard error itself is uncertain: by 24% for 10 blocks. Source: Zaremba, Gretton and Blaschko 2013 (arXiv 1307.1954).</para>
    /// </remarks>
    /// <param name="real">The features of the real samples, of shape [n, d], floating point and finite, n at least 4.</param>
    /// <param name="generated">The features of the generated samples, of shape [m, d], floating point and finite, m at least 4.</param>
    /// <param name="blocks">The number K of blocks, from 2 to min(n, m) / 2. A block has min(n, m) / K samples, rounded down; the rest is not used. The default is 10.</param>
    /// <param name="seed">The seed of the shuffle. The default is 0.</param>
    /// <returns>The distance and its standard error.</returns>
    /// <exception cref="ArgumentException">A tensor is null, disposed, not floating point, not finite or too small, the numbers of features differ, the kernel overflows, or the number of blocks is out of range.</exception>
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
