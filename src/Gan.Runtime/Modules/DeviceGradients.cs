using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Modules;

/// <summary>Gradients on a GPU, clipped without reading a number: those that are not all finite are left alone.</summary>
internal static class DeviceGradients
{
    /// <summary>Scales all by <c>min(1, maxNorm / norm)</c>.</summary>
    /// <returns>The norm of each gradient, as float64, in the current dispose scope.</returns>
    public static Tensor ClipNorm(IReadOnlyList<(string Name, Tensor Value)> gradients, double maxNorm)
    {
        var place = gradients[0].Value.device;
        var norms = stack([.. gradients.Select(gradient => NormOf(gradient.Value).to(place))]);
        var norm = linalg.vector_norm(norms, 2, [0]);
        var factor = where(norm.isfinite().logical_and(norm.gt(maxNorm)), norm.reciprocal().mul(maxNorm), ones_like(norm));
        foreach (var (_, gradient) in gradients)
            gradient.mul_(factor.to(gradient.device));
        return norms;
    }

    /// <summary>Clips each element to ±limit.</summary>
    public static void ClipValue(IReadOnlyList<(string Name, Tensor Value)> gradients, double limit)
    {
        var place = gradients[0].Value.device;
        var areFinite = stack([.. gradients.Select(gradient => gradient.Value.isfinite().all().to(place))]).all();
        foreach (var (_, gradient) in gradients)
        {
            var clipped = gradient.clone();
            Precision.ClampTo(clipped, limit);
            gradient.copy_(where(areFinite.to(gradient.device), clipped, gradient));
        }
    }

    // In float64 no square of a float32 leaves the range.
    private static Tensor NormOf(Tensor gradient) => linalg.vector_norm(gradient.to(ScalarType.Float64).flatten(), 2, [0]);
}
