using Gan.Experiments.Metrics.Measures;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// The Fréchet distance of two sets of features, each taken for a Gaussian of its mean μ and its unbiased covariance C:
/// <c>|μ₁ - μ₂|² + Tr(C₁ + C₂ - 2 (C₁ C₂)^½)</c>. Lower is better, 0 for equal moments.
/// </summary>
/// <remarks>
/// <para>It is a squared distance, as is usual. With the features of Inception it is called FID; numbers of other features are not comparable with it, nor with each other.</para>
/// <para>Fewer samples than features are allowed: the covariances are singular then, and the distance is too large, as it is to a lesser degree for any number of samples. Compare at equal numbers.</para>
/// <para>Source: Heusel et al. 2017 (arXiv 1706.08500); Dowson and Landau 1982 (doi 10.1016/0047-259X(82)90077-X).</para>
/// </remarks>
public static class FrechetDistance
{
    private const double Precision = 1.0 / (1L << 52);

    /// <summary>The distance, computed in float64.</summary>
    /// <param name="real">[n, d], floating point, n at least 2.</param>
    /// <param name="generated">[m, d], m at least 2.</param>
    /// <returns>At least 0.</returns>
    /// <exception cref="ArgumentException">A table is null, disposed, not floating point or too small, the widths differ, a number is not finite, or they are too large for a covariance.</exception>
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
