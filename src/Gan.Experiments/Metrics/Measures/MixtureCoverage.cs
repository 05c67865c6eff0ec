using Gan.Experiments.Metrics.Measures;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Represents how well generated points of the plane cover the modes of a mixture. A point belongs to its nearest mode, and has high quality within three standard deviations of it.</summary>
/// <remarks>
/// <para>A mode is covered if enough points of high quality belong to it. In the paper one point is enough; require more of them so that a mode is not covered by chance.</para>
/// <para>If the modes are far apart, <c>1 - exp(-9/2)</c> = 98.9% of the points of the mixture itself have high quality. A larger share means that the generated modes are too narrow.</para>
/// <para>Source: Srivastava et al. 2017 (VEEGAN, arXiv 1705.07761).</para>
/// </remarks>
public sealed record MixtureCoverage
{
    private MixtureCoverage(int[] counts, int covered, double share) => (HighQualityCounts, Covered, HighQuality) = (counts, covered, share);

    /// <summary>Gets the number of high-quality points of each mode.</summary>
    public IReadOnlyList<int> HighQualityCounts { get; }

    /// <summary>Gets the number of modes.</summary>
    public int Modes => HighQualityCounts.Count;

    /// <summary>Gets the number of modes with enough high-quality points. Higher is better.</summary>
    public int Covered { get; }

    /// <summary>Gets the share of points with high quality, from 0 to 1. Higher is better.</summary>
    public double HighQuality { get; }

    /// <summary>Computes how well points cover the modes of a mixture.</summary>
    /// <param name="points">The points, of shape [n, 2], floating point and finite, n at least 1.</param>
    /// <param name="mixture">The mixture.</param>
    /// <param name="least">The number of high-quality points that a covered mode needs, at least 1. The default is 1.</param>
    /// <returns>The coverage.</returns>
    /// <exception cref="ArgumentNullException">The mixture is null.</exception>
    /// <exception cref="ArgumentException">The points are null, disposed, empty, not floating point, not finite or not of shape [n, 2], or the number of points is out of range.</exception>
    public static MixtureCoverage Of(Tensor points, GaussianMixture mixture, int least = 1) =>
        Of(points, Ranges.NotNull(mixture, nameof(mixture)).Modes, mixture.StandardDeviation, least);

    /// <summary>Computes how well points cover modes.</summary>
    /// <param name="points">The points, of shape [n, 2], floating point and finite, n at least 1.</param>
    /// <param name="modes">The centres of one or more modes, finite.</param>
    /// <param name="standardDeviation">The standard deviation of each coordinate, finite and at least 0.</param>
    /// <param name="least">The number of high-quality points that a covered mode needs, at least 1. The default is 1.</param>
    /// <param name="deviations">The largest distance of a high-quality point from its mode, in standard deviations, finite and positive. The default is the number of the papers, 3.</param>
    /// <returns>The coverage.</returns>
    /// <exception cref="ArgumentException">The points are null, disposed, empty, not floating point, not finite or not of shape [n, 2], or another argument is null or out of its range.</exception>
    public static MixtureCoverage Of(Tensor points, IReadOnlyList<(double X, double Y)> modes, double standardDeviation, int least = 1, double deviations = 3)
    {
        Ranges.NotNull(modes, nameof(modes));
        if (modes.Count == 0 || modes.Any(mode => !double.IsFinite(mode.X) || !double.IsFinite(mode.Y)))
            throw new ArgumentException("There must be at least one mode, and all modes must be finite.", nameof(modes));
        Ranges.AtLeastOne(least, nameof(least));
        var reach = Ranges.NotNegative(standardDeviation, nameof(standardDeviation)) * Ranges.Positive(deviations, nameof(deviations));
        var places = Read(points);
        var counts = new int[modes.Count];
        for (var i = 0; i < places.Length; i += 2)
        {
            var (mode, distance) = Nearest(modes, places[i], places[i + 1]);
            if (distance <= reach)
                counts[mode]++;
        }
        return new(counts, counts.Count(count => count >= least), counts.Sum(count => (long)count) / (places.Length / 2.0));
    }

    private static double[] Read(Tensor points)
    {
        using var scope = NewDisposeScope();
        var table = FeatureTable.Read(points, nameof(points));
        return table.shape[1] == 2
            ? table.data<double>().ToArray()
            : throw new ArgumentException($"points must be in the plane, [n, 2], not {TensorChecks.Shape(table)}.", nameof(points));
    }

    private static (int Mode, double Distance) Nearest(IReadOnlyList<(double X, double Y)> modes, double x, double y)
    {
        var (nearest, least) = (0, double.PositiveInfinity);
        for (var mode = 0; mode < modes.Count; mode++)
        {
            var distance = double.Hypot(modes[mode].X - x, modes[mode].Y - y);
            if (distance < least)
                (nearest, least) = (mode, distance);
        }
        return (nearest, least);
    }
}
