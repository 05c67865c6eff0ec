using Gan.Experiments.Data.Memory;
using Gan.Experiments.Data.Plane;
using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>
/// Points of the plane, float32 [2], along a spiral of one and a half turns: <c>t (cos t, sin t) / 4.5π</c> with t uniform from 1.5π to 4.5π, and Gaussian noise on both coordinates. The outer end has radius 1. No classes.
/// </summary>
/// <remarks>
/// The Swiss roll without its height. The same arguments give the same points, as for <see cref="GaussianMixture"/>. Source: Tenenbaum, de Silva and Langford 2000, doi 10.1126/science.290.5500.2319.
/// </remarks>
/// <param name="standardDeviation">The noise's, finite, not negative, at most 1000.</param>
/// <param name="count">The number of points, at least 1.</param>
/// <param name="seed">Of the draw.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public class SwissRoll(double standardDeviation = 0.01, int count = 10_000, int seed = 0) : MemoryData(Draw(standardDeviation, count, seed))
{
    private const double End = 4.5 * Math.PI;

    /// <summary>The noise's standard deviation.</summary>
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
