using Gan.Experiments.Metrics.Measures;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// Computes the squared Fréchet distance between the features of real and generated samples, <c>|μ₁ - μ₂|² + Tr(C₁ + C₂ - 2 (C₁ C₂)^½)</c>, from their means μ and unbiased covariances C.
/// </summary>
/// <remarks>
/// <para>It is the distance between two Gaussians with these moments. Lower is better, and 0 means equal moments. With the features of Inception it is called FID. Distances of other features cannot be compared with FID or with each other.</para>
/// <para>The distance is biased upwards, the more so the fewer samples there are, so compare distances at equal numbers of samples. There can be fewer samples than features; the covariances are then singular.</para>
/// <para>Sources: Heusel et al. 2017 (arXiv 1706.08500); Dowson and Landau 1982 (doi 10.1016/0047-259X(82)90077-X).</para>
/// </remarks>
public static class FrechetDistance
{
    private const double Precision = 1.0 / (1L << 52);

    /// <summary>Computes the squared distance, in float64.</summary>
    /// <param name="real">The features of the real samples, of shape [n, d], floating point and finite, n at least 2.</param>
    /// <param name="generated">The features of the generated samples, of shape [m, d], floating point and finite, m at least 2.</param>
    /// <returns>The squared distance, at least 0.</returns>
    /// <exception cref="ArgumentException">A tensor is null, disposed, not floating point, not finite or too small, the numbers of features differ, or a covariance overflows.</exception>
    public static double Of(Tensor real, Tensor generated)
    {
        using var scope = NewDisposeScope();
        var (x, y) = FeatureTable.Read(real, generated, least: 2);
        var (first, second) = (Covariance(x, nameof(real)), Covariance(y, nameof(generated)));
        // With C = F Fᵀ, C₁ C₂ has the eigenvalues of (F₁ᵀ F₂)(F₁ᵀ F₂)ᵀ: the trace of its root is the sum of the singular values of F₁ᵀ F₂.
        var overlap = linalg.svdvals(Factor(first).t().mm(Factor(second))).sum();
        var shift = x.mean([0]).sub(y.mean([0])).square().sum();
        var distance = shift.add(first.trace()).add(second.trace()).sub(overlap.mul(2)).ToDouble();
        return Math.Max(0, distance);
    }

    private static Tensor Covariance(Tensor x, string parameterName)
    {
        var centred = x.sub(x.mean([0]));
        var covariance = centred.t().mm(centred).div(x.shape[0] - 1);
        return covariance.isfinite().all().ToBoolean()
            ? covariance
            : throw new ArgumentException($"The features of {parameterName} are too large: their covariance overflows.", parameterName);
    }

    private static Tensor Factor(Tensor covariance)
    {
        var (values, vectors) = linalg.eigh(covariance);
        // What is 0 but for rounding must be 0: its root would be far from it.
        var rounding = values.abs().max().mul(Precision * values.shape[0]);
        return vectors.mul(values.where(values.gt(rounding), zeros_like(values)).sqrt());
    }
}
