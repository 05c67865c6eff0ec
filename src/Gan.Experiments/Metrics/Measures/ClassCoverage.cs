using System.Globalization;
using Gan.Experiments.Metrics.Measures;
using Gan.Runtime.Checks;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Which classes a classifier sees in samples, and how their shares differ from those of the data: what finds collapse onto some classes.</summary>
/// <remarks>
/// <para>With p the shares of the samples and q those of the reference: the divergence is <c>Σ p log(p / q)</c>, in nats, and the total variation <c>½ Σ |p - q|</c>.
/// Take the classifier's own view of real samples for the reference, so that its mistakes are on both sides.</para>
/// <para>Source: the number of modes of Srivastava et al. 2017 (VEEGAN, arXiv 1705.07761) and Metz et al. 2017 (arXiv 1611.02163), where a class with a sample counts.</para>
/// </remarks>
public sealed record ClassCoverage
{
    private ClassCoverage(double[] shares, int covered, double divergence, double variation, double confidence) =>
        (Shares, Covered, Divergence, TotalVariation, Confidence) = (shares, covered, divergence, variation, confidence);

    /// <summary>The samples' share of each class; their sum is 1.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>The number of classes.</summary>
    public int Classes => Shares.Count;

    /// <summary>The number of classes with enough samples. Higher is better.</summary>
    public int Covered { get; }

    /// <summary>The Kullback-Leibler divergence from the reference, at least 0; infinite where a class has samples but no share in the reference. Lower is better.</summary>
    public double Divergence { get; }

    /// <summary>The total variation from the reference, 0 to 1. Lower is better.</summary>
    public double TotalVariation { get; }

    /// <summary>The mean probability of the class that is most probable, 1 / classes to 1. Low for samples between the classes; high is no proof of good ones.</summary>
    public double Confidence { get; }

    /// <summary>Counts the most probable class of each sample.</summary>
    /// <param name="logits">[n, classes], floating point, at least 2 classes.</param>
    /// <param name="reference">A weight for each class, finite and not negative, not all 0; null: all alike.</param>
    /// <param name="least">The samples a class needs to be covered, at least 1.</param>
    /// <returns>The coverage.</returns>
    /// <exception cref="ArgumentException">The logits are null, disposed, not floating point or empty, one is not finite, the reference is not as above, or least is below 1.</exception>
    public static ClassCoverage Of(Tensor logits, IReadOnlyList<double>? reference = null, int least = 1)
    {
        using var scope = NewDisposeScope();
        var table = FeatureTable.Read(logits, nameof(logits));
        Ranges.AtLeastOne(least, nameof(least));
        var classes = (int)table.shape[1];
        if (classes < 2)
            throw new ArgumentException($"logits must have at least 2 classes, not {TensorChecks.Shape(table)}.", nameof(logits));
        var expected = Normalised(reference ?? Enumerable.Repeat(1.0, classes).ToArray(), classes);
        var counts = table.argmax(1).bincount(null, classes).data<long>().ToArray();
        var shares = Array.ConvertAll(counts, count => (double)count / table.shape[0]);
        return new(
            shares,
            counts.Count(count => count >= least),
            Math.Max(0, shares.Zip(expected, (p, q) => p == 0 ? 0 : p * Math.Log(p / q)).Sum()),
            shares.Zip(expected, (p, q) => Math.Abs(p - q)).Sum() / 2,
            table.softmax(1).amax([1]).mean().ToDouble());
    }

    private static double[] Normalised(IReadOnlyList<double> reference, int classes)
    {
        if (reference.Count != classes)
            throw new ArgumentException($"The reference has {reference.Count} classes but the logits have {classes}.", nameof(reference));
        var sum = reference.Sum();
        if (reference.Any(weight => !(weight >= 0)) || !(sum > 0 && double.IsFinite(sum)))
            throw new ArgumentException($"The reference must be weights that are finite, not negative and not all 0: [{string.Join(", ", reference.Select(weight => weight.ToString(CultureInfo.InvariantCulture)))}].", nameof(reference));
        return [.. reference.Select(weight => weight / sum)];
    }
}
