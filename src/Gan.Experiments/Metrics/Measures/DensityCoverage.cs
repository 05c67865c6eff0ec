using Gan.Experiments.Metrics.Measures;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// Density and coverage, by balls around the real samples alone, each out to its k-th nearest real neighbour, boundary included: outliers of the generator cannot widen them, and those of the data count little.
/// </summary>
/// <remarks>
/// Samples of one distribution have an expected density of 1 and an expected coverage of about <c>1 - 2^-k</c>.
/// Source: Naeem, Oh, Uh, Choi and Yoo 2020 (arXiv 2002.09797).
/// </remarks>
/// <param name="Density">The balls around a generated sample, over k, averaged: 0 or more, above 1 where they crowd the dense parts. Higher is better.</param>
/// <param name="Coverage">The share of balls with a generated sample, 0 to 1. Higher is better.</param>
public sealed record DensityCoverage(double Density, double Coverage)
{
    /// <summary>Computes both in float64.</summary>
    /// <param name="real">[n, d], floating point, n at least 2.</param>
    /// <param name="generated">[m, d], m at least 1.</param>
    /// <param name="neighbours">k, from 1 to below n; the paper takes 5.</param>
    /// <returns>Density and coverage.</returns>
    /// <exception cref="ArgumentException">A table is null, disposed, not floating point or too small, the widths differ, or a number is not finite.</exception>
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
