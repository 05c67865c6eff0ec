using Gan.Experiments.Metrics.Measures;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// Improved precision and recall. A set's manifold is the union of balls around its samples, each out to its k-th nearest neighbour in the set, boundary included.
/// </summary>
/// <remarks>
/// Equal sets have 1 and 1. One outlier of a set widens its manifold far: <see cref="DensityCoverage"/> was made for that.
/// Source: Kynkäänniemi, Karras, Laine, Lehtinen and Aila 2019 (arXiv 1904.06991).
/// </remarks>
/// <param name="Precision">The share of generated samples on the real manifold, 0 to 1: how good they are. Higher is better.</param>
/// <param name="Recall">The share of real samples on the generated manifold, 0 to 1: how much they cover. Higher is better.</param>
public sealed record PrecisionRecall(double Precision, double Recall)
{
    /// <summary>Computes both in float64.</summary>
    /// <param name="real">[n, d], floating point.</param>
    /// <param name="generated">[m, d]; the paper takes as many as real ones.</param>
    /// <param name="neighbours">k, from 1 to below n and m; the paper takes 3.</param>
    /// <returns>Precision and recall.</returns>
    /// <exception cref="ArgumentException">A table is null, disposed, not floating point or too small, the widths differ, or a number is not finite.</exception>
    public static PrecisionRecall Of(Tensor real, Tensor generated, int neighbours = 3)
    {
        using var scope = NewDisposeScope();
        var (x, y) = FeatureTable.Read(real, generated, least: 2);
        return new(
            OnManifold(y, x, Neighbours.Radii(x, neighbours, nameof(real))),
            OnManifold(x, y, Neighbours.Radii(y, neighbours, nameof(generated))));
    }

    private static double OnManifold(Tensor samples, Tensor centres, Tensor radii) =>
        FeatureTable.Share(Neighbours.PerRow(samples, centres, distances => distances.le(radii).any(1)));
}
