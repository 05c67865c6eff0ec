using Gan.Experiments.Metrics.Measures;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// Represents the improved precision and recall of generated samples: how many of them lie on the manifold of the real samples, and vice versa.
/// </summary>
/// <remarks>
/// The manifold of a set is the union of balls around its samples. The radius of a ball is the distance from its centre to the k-th nearest sample of the set. Equal sets have a precision and a recall of 1.
/// A single outlier enlarges a manifold much; <see cref="DensityCoverage"/> is more robust. Source: Kynkäänniemi, Karras, Laine, Lehtinen and Aila 2019 (arXiv 1904.06991).
/// </remarks>
/// <param name="Precision">The share of generated samples on the manifold of the real samples, from 0 to 1, which measures their quality. Higher is better.</param>
/// <param name="Recall">The share of real samples on the manifold of the generated samples, from 0 to 1, which measures their variety. Higher is better.</param>
public sealed record PrecisionRecall(double Precision, double Recall)
{
    /// <summary>Computes precision and recall, in float64.</summary>
    /// <param name="real">The features of the real samples, of shape [n, d], floating point and finite, n at least 2.</param>
    /// <param name="generated">The features of the generated samples, of shape [m, d], floating point and finite, m at least 2. The paper takes m = n.</param>
    /// <param name="neighbours">The number k of neighbours, at least 1 and less than n and m. The default is the number of the paper, 3.</param>
    /// <returns>The precision and recall.</returns>
    /// <exception cref="ArgumentException">A tensor is null, disposed, not floating point, not finite or too small, the numbers of features differ, or the number of neighbours is out of range.</exception>
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
