using Gan.Experiments.Data.Memory;
using Gan.Experiments.Data.Plane;
using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>
/// Represents points of the plane along a spiral of one and a half turns, as float32 samples of shape [2]: <c>t (cos t, sin t) / 4.5π</c>, with t uniform from 1.5π to 4.5π, and Gaussian noise on both coordinates.
/// </summary>
/// <remarks>
/// It is the Swiss roll without its third coordinate. The outer end of the spiral has radius 1. The points have no classes. As for <see cref="GaussianMixture"/>, the same arguments give the same points.
/// Source: Tenenbaum, de Silva and Langford 2000 (doi 10.1126/science.290.5500.2319).
/// </remarks>
/// <param name="standardDeviation">The standard deviation of the noise, from 0 to 1000. The default is 0.01.</param>
/// <param name="count">The number of points, at least 1. The default is 10,000.</param>
/// <param name="seed">The seed of the random generator. The default is 0.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public class SwissRoll(double standardDeviation = 0.01, int count = 10_000, int seed = 0) : MemoryData(Draw(standardDeviation, count, seed))
{
    private const double End = 4.5 * Math.PI;

    /// <summary>Gets the standard deviation of the noise.</summary>
    public double StandardDeviation { get; } = standardDeviation;

    private static MemorySet Draw(double standardDeviation, int count, int seed)
    {
        if (Ranges.NotNegative(standardDeviation, nameof(standardDeviation)) > 1000)
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "standardDeviation must be at most 1000: the roll's radius is 1.");
        return new("Swiss roll", [2], PlaneStore.Of(PlaneStore.Checked(count, 1, nameof(count)), seed, (int _, ref CounterRandom random) =>
        {
            var t = End * (1 + (2 * random.Uniform())) / 3;
            var (x, y) = random.Normals();
            return ((t / End * Math.Cos(t)) + (standardDeviation * x), (t / End * Math.Sin(t)) + (standardDeviation * y));
        }));
    }
}
