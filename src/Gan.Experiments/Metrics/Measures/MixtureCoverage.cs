using Gan.Experiments.Metrics.Measures;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>How points of the plane lie to the modes of a mixture: each belongs to its nearest mode, and is of high quality within three standard deviations of it. A mode is covered by one such point.</summary>
/// <remarks>
/// <para>The mixture's own points reach a high-quality share of <c>1 - exp(-9/2)</c>, 98.9%, where the modes are far apart: more means too narrow modes.</para>
/// <para>Source: Srivastava et al. 2017 (VEEGAN, arXiv 1705.07761), with its three standard deviations and its one point. <c>least</c> asks for more, so that a mode is not covered by chance.</para>
/// </remarks>
public sealed record MixtureCoverage
{
    private MixtureCoverage(int[] counts, int covered, double share) => (HighQualityCounts, Covered, HighQuality) = (counts, covered, share);

    /// <summary>The high-quality points of each mode.</summary>
    public IReadOnlyList<int> HighQualityCounts { get; }

    /// <summary>The number of modes.</summary>
    public int Modes => HighQualityCounts.Count;

    /// <summary>The number of modes with enough high-quality points. Higher is better.</summary>
    public int Covered { get; }

    /// <summary>The share of points of high quality, 0 to 1. Higher is better.</summary>
    public double HighQuality { get; }

    /// <summary>Counts the points of a mixture's modes.</summary>
    /// <param name="points">[n, 2], floating point, n at least 1.</param>
    /// <param name="mixture">The mixture.</param>
    /// <param name="least">The high-quality points a mode needs to be covered, at least 1.</param>
    /// <returns>The coverage.</returns>
    /// <exception cref="ArgumentNullException">There is no mixture.</exception>
    /// <exception cref="ArgumentException">As for the other overload.</exception>
    public static MixtureCoverage Of(Tensor points, GaussianMixture mixture, int least = 1) =>
        Of(points, Ranges.NotNull(mixture, nameof(mixture)).Modes, mixture.StandardDeviation, least);

    /// <summary>Counts the points of modes.</summary>
    /// <param name="points">[n, 2], floating point, n at least 1.</param>
    /// <param name="modes">The modes' centres, at least one, finite.</param>
    /// <param name="standardDeviation">Of each coordinate, finite and not negative.</param>
    /// <param name="least">The high-quality points a mode needs to be covered, at least 1.</param>
    /// <param name="deviations">How many standard deviations high quality reaches, finite and positive; the papers take 3.</param>
    /// <returns>The coverage.</returns>
    /// <exception cref="ArgumentException">The points are null, disposed, not floating point, empty or not of the plane, a number is not finite, or an argument is out of its range.</exception>
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
