using Gan.Experiments.Metrics.Measures;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// Represents the density and coverage of generated samples: how many balls around real samples contain them. The radius of a ball is the distance from its centre to the k-th nearest real sample.
/// </summary>
/// <remarks>
/// Because the balls are around real samples only, outliers of the generator have no effect on them, and outliers of the data have little.
/// Samples of the same distribution have an expected density of 1 and an expected coverage of about <c>1 - 2^-k</c>.
/// Source: Naeem, Oh, Uh, Choi and Yoo 2020 (arXiv 2002.09797).
/// </remarks>
/// <param name="Density">The mean number of balls that contain a generated sample, divided by k: at least 0, and more than 1 if the samples concentrate where the data is dense. Higher is better.</param>
/// <param name="Coverage">The share of balls that contain a generated sample, from 0 to 1. Higher is better.</param>
public sealed record DensityCoverage(double Density, double Coverage)
{
    /// <summary>Computes density and coverage, in float64.</summary>
    /// <param name="real">The features of the real samples, of shape [n, d], floating point and finite, n at least 2.</param>
    /// <param name="generated">The features of the generated samples, of shape [m, d], floating point and finite, m at least 1.</param>
    /// <param name="neighbours">The number k of neighbours, at least 1 and less than n. The default is the number of the paper, 5.</param>
    /// <returns>The density and coverage.</returns>
    /// <exception cref="ArgumentException">A tensor is null, disposed, not floating point, not finite or too small, the numbers of features differ, or the number of neighbours is out of range.</exception>
    public static DensityCoverage Of(Tensor real, Tensor generated, int neighbours = 5)
    {
        using var scope = NewDisposeScope();
        var (x, y) = FeatureTable.Read(real, generated, least: 1);
        var radii = Neighbours.Radii(x, neighbours, nameof(real));
        var balls = Neighbours.PerRow(y, x, distances => distances.le(radii).sum(1));
        var nearest = Neighbours.PerRow(x, y, distances => distances.amin([1]));
        return new(balls.to(ScalarType.Float64).mean().ToDouble() / neighbours, FeatureTable.Share(nearest.le(radii)));
    }
}
