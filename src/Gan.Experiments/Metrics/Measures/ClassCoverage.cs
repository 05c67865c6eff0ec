using System.Globalization;
using Gan.Experiments.Metrics.Measures;
using Gan.Runtime.Checks;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Represents the shares of classes that a classifier finds in generated samples, and their difference from the shares of a reference. It shows whether a generator has collapsed onto some classes.</summary>
/// <remarks>
/// <para>For the shares p of the samples and the shares q of the reference, the divergence is <c>Σ p log(p / q)</c> in nats, and the total variation is <c>½ Σ |p - q|</c>.
/// As the reference, use the shares that the same classifier finds in real samples, so that its errors affect both.</para>
/// <para>Sources, for the number of covered modes: Srivastava et al. 2017 (VEEGAN, arXiv 1705.07761); Metz et al. 2017 (arXiv 1611.02163).</para>
/// </remarks>
public sealed record ClassCoverage
{
    private ClassCoverage(double[] shares, int covered, double divergence, double variation, double confidence) =>
        (Shares, Covered, Divergence, TotalVariation, Confidence) = (shares, covered, divergence, variation, confidence);

    /// <summary>Gets the share of samples of each class. The sum is 1.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>Gets the number of classes.</summary>
    public int Classes => Shares.Count;

    /// <summary>Gets the number of classes with enough samples. Higher is better.</summary>
    public int Covered { get; }

    /// <summary>Gets the Kullback-Leibler divergence from the reference in nats, at least 0. Lower is better.</summary>
    /// <remarks>It is infinite if a class has samples but its share in the reference is 0.</remarks>
    public double Divergence { get; }

    /// <summary>Gets the total variation from the reference, from 0 to 1. Lower is better.</summary>
    public double TotalVariation { get; }

    /// <summary>Gets the mean probability of the most probable class of each sample, from 1 / classes to 1.</summary>
    /// <remarks>It is low for samples between the classes. A high value does not prove that the samples are good.</remarks>
    public double Confidence { get; }

    /// <summary>Computes the coverage from the most probable class of each sample.</summary>
    /// <param name="logits">The logits of shape [n, classes], floating point and finite, with at least 2 classes.</param>
    /// <param name="reference">The weight of each class in the reference, finite and at least 0, and not all 0, or null for equal weights.</param>
    /// <param name="least">The number of samples that a covered class needs, at least 1. The default is 1.</param>
    /// <returns>The coverage.</returns>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty, not floating point or not finite, there are fewer than 2 classes, or the reference or the number of samples is out of range.</exception>
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
