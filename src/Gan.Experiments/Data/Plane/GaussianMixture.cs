using Gan.Experiments.Data.Memory;
using Gan.Experiments.Data.Plane;
using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>
/// Represents points of the plane from a mixture of n Gaussians of equal weight, as float32 samples of shape [2]. It tests whether a GAN finds all modes.
/// </summary>
/// <remarks>
/// <para>Sample i belongs to mode i mod n, which is its class.</para>
/// <para>The same arguments give the same points: they are drawn by a random generator of its own (SplitMix64) and the Box-Muller method. On another platform, a point can differ in its last bit.</para>
/// <para>To use the points in an experiment, derive a class: <c>public sealed class Ring() : GaussianMixture(GaussianMixture.Ring(), standardDeviation: 0.02, count: 10_000)</c>.</para>
/// </remarks>
public class GaussianMixture : MemoryData
{
    /// <summary>Initialises a new instance of the <see cref="GaussianMixture"/> class and draws its points.</summary>
    /// <param name="modes">The centres of one or more modes, finite as float32.</param>
    /// <param name="standardDeviation">The standard deviation of each coordinate, finite and at least 0.</param>
    /// <param name="count">The number of points, at least the number of modes. The default is 10,000.</param>
    /// <param name="seed">The seed of the random generator. The default is 0.</param>
    /// <exception cref="ArgumentNullException">The list of modes is null.</exception>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public GaussianMixture(IReadOnlyList<(double X, double Y)> modes, double standardDeviation, int count = 10_000, int seed = 0)
        : this([.. Ranges.NotNull(modes, nameof(modes))], CheckedDeviation(standardDeviation), count, seed)
    {
    }

    private GaussianMixture((double X, double Y)[] modes, double standardDeviation, int count, int seed)
        : base(Draw(modes, standardDeviation, count, seed)) =>
        (Modes, StandardDeviation) = (modes, standardDeviation);

    /// <summary>Gets the centres of the modes. The class of a sample is the index of its mode.</summary>
    public IReadOnlyList<(double X, double Y)> Modes { get; }

    /// <summary>Gets the standard deviation of each coordinate.</summary>
    /// <remarks>A generated point has high quality if its distance from a mode is at most three standard deviations. Source: Srivastava et al. 2017 (VEEGAN, arXiv 1705.07761).</remarks>
    public double StandardDeviation { get; }

    /// <summary>Returns the centres of n modes on a circle, <c>radius (cos 2πk/n, sin 2πk/n)</c>.</summary>
    /// <remarks>Unrolled GANs take 8 modes, a radius of 2 and a standard deviation of 0.02. Source: Metz et al. 2017 (arXiv 1611.02163).</remarks>
    /// <param name="modes">The number n of modes, at least 1. The default is 8.</param>
    /// <param name="radius">The radius of the circle, finite and positive. The default is 2.</param>
    /// <returns>The centres.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static IReadOnlyList<(double X, double Y)> Ring(int modes = 8, double radius = 2)
    {
        Ranges.Positive(radius, nameof(radius));
        return [.. Enumerable.Range(0, Ranges.AtLeastOne(modes, nameof(modes))).Select(k => Math.SinCos(2 * Math.PI * k / modes)).Select(angle => (radius * angle.Cos, radius * angle.Sin))];
    }

    /// <summary>Returns the centres of the modes of a square grid around 0, row by row.</summary>
    /// <remarks>PacGAN takes 5 by 5 modes, a spacing of 2 and a standard deviation of 0.05. Source: Lin et al. 2018 (arXiv 1712.04086).</remarks>
    /// <param name="side">The number of modes in a row, from 1 to 1000. The default is 5.</param>
    /// <param name="spacing">The distance of neighbouring modes, finite and positive. The default is 2.</param>
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
