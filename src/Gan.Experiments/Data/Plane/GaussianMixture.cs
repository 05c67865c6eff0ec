using Gan.Experiments.Data.Memory;
using Gan.Experiments.Data.Plane;
using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>
/// Points of the plane, float32 [2], around modes of equal weight: the test of whether a GAN finds all modes. Sample i is of mode i mod n, so that each mode has its share, and its class is its mode.
/// </summary>
/// <remarks>
/// The same arguments give the same points, without a file: a generator of its own (SplitMix64) and the method of Box and Muller. On another platform a point may differ in its last bit, where its logarithm does.
/// A data set of an experiment: <c>public sealed class Ring() : GaussianMixture(GaussianMixture.Ring(), standardDeviation: 0.02, count: 10_000)</c>.
/// </remarks>
public class GaussianMixture : MemoryData
{
    /// <summary>Draws a mixture.</summary>
    /// <param name="modes">The modes' centres, at least one, finite as float32.</param>
    /// <param name="standardDeviation">Of each coordinate around its mode's, finite, not negative.</param>
    /// <param name="count">The number of points, at least one a mode.</param>
    /// <param name="seed">Of the draw.</param>
    /// <exception cref="ArgumentNullException">There are no modes.</exception>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public GaussianMixture(IReadOnlyList<(double X, double Y)> modes, double standardDeviation, int count = 10_000, int seed = 0)
        : this([.. Ranges.NotNull(modes, nameof(modes))], CheckedDeviation(standardDeviation), count, seed)
    {
    }

    private GaussianMixture((double X, double Y)[] modes, double standardDeviation, int count, int seed)
        : base(Draw(modes, standardDeviation, count, seed)) =>
        (Modes, StandardDeviation) = (modes, standardDeviation);

    /// <summary>The modes' centres; the class of a sample is the number of its mode.</summary>
    public IReadOnlyList<(double X, double Y)> Modes { get; }

    /// <summary>The standard deviation of each coordinate. A generated point counts as high-quality within three of them from a mode (VEEGAN, Srivastava 2017, arXiv 1705.07761).</summary>
    public double StandardDeviation { get; }

    /// <summary>Modes in a ring, <c>radius (cos 2πk/n, sin 2πk/n)</c>. Eight with radius 2 and standard deviation 0.02 are those of Unrolled GANs (Metz 2017, arXiv 1611.02163).</summary>
    /// <param name="modes">Their number, at least 1.</param>
    /// <param name="radius">Finite and positive.</param>
    /// <returns>The centres.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static IReadOnlyList<(double X, double Y)> Ring(int modes = 8, double radius = 2)
    {
        Ranges.Positive(radius, nameof(radius));
        return [.. Enumerable.Range(0, Ranges.AtLeastOne(modes, nameof(modes))).Select(k => Math.SinCos(2 * Math.PI * k / modes)).Select(angle => (radius * angle.Cos, radius * angle.Sin))];
    }

    /// <summary>Modes in a square grid around 0, row by row. 5 by 5 with spacing 2 and standard deviation 0.05 are those of PacGAN (Lin 2018, arXiv 1712.04086).</summary>
    /// <param name="side">The modes of a row, at least 1, at most 1000.</param>
    /// <param name="spacing">From one to the next, finite and positive.</param>
    /// <returns>The centres.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static IReadOnlyList<(double X, double Y)> Grid(int side = 5, double spacing = 2)
    {
        Ranges.Positive(spacing, nameof(spacing));
        if (side is < 1 or > 1000)
            throw new ArgumentOutOfRangeException(nameof(side), side, "side must be from 1 to 1000.");
        double Place(int index) => spacing * (index - ((side - 1) / 2.0));
        return [.. Enumerable.Range(0, side * side).Select(k => (Place(k % side), Place(k / side)))];
    }

    private static double CheckedDeviation(double standardDeviation) =>
        Ranges.NotNegative(standardDeviation, nameof(standardDeviation)) <= float.MaxValue / 100
            ? standardDeviation
            : throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "standardDeviation is too large for float32.");

    private static MemorySet Draw((double X, double Y)[] modes, double deviation, int count, int seed)
    {
        if (modes.Length == 0)
            throw new ArgumentException("A mixture must have at least one mode.", nameof(modes));
        // Half of what float32 holds leaves room for any draw around it.
        if (Array.FindIndex(modes, mode => !(Math.Max(Math.Abs(mode.X), Math.Abs(mode.Y)) <= float.MaxValue / 2)) is >= 0 and var index)
            throw new ArgumentException(FormattableString.Invariant($"Mode {index} is at ({modes[index].X}, {modes[index].Y}): modes must be finite, also as float32."), nameof(modes));
        var store = PlaneStore.Of(PlaneStore.Checked(count, modes.Length, nameof(count)), seed, (int i, ref CounterRandom random) =>
        {
            var (mode, (x, y)) = (modes[i % modes.Length], random.Normals());
            return (mode.X + (deviation * x), mode.Y + (deviation * y));
        });
        return new($"{modes.Length} Gaussians", [2], store)
        {
            Labels = [.. Enumerable.Range(0, count).Select(i => i % modes.Length)],
            Classes = [.. Enumerable.Range(0, modes.Length).Select(mode => $"mode {mode}")],
        };
    }
}
