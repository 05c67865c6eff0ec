using Gan.Runtime.Checks;
using Gan.Runtime.Cuda.Tensors;
using static TorchSharp.torch;

namespace Gan.Runtime.Modules;

/// <summary>Gradients on a GPU, clipped without reading a number: those that are not all finite are left alone.</summary>
internal static class DeviceGradients
{
    /// <summary>Scales all by <c>min(1, maxNorm / norm)</c>.</summary>
    /// <returns>The norm of each gradient, as float64, in the current dispose scope.</returns>
    public static Tensor ClipNorm(IReadOnlyList<(string Name, Tensor Value)> gradients, double maxNorm)
    {
        Tensor[] tensors = [.. gradients.Select(static gradient => gradient.Value)];
        if (TensorList.IsFor(tensors))
        {
            using var list = new TensorList(tensors);
            var found = list.Norms();
            list.Scale(maxNorm, found[tensors.Length]);
            return found.narrow(0, 0, tensors.Length);
        }

        var place = tensors[0].device;
        var norms = stack([.. tensors.Select(tensor => NormOf(tensor).to(place))]);
        var norm = NormOf(norms);
        var factor = where(norm.isfinite().logical_and(norm.gt(maxNorm)), norm.reciprocal().mul(maxNorm), ones_like(norm));
        foreach (var gradient in tensors)
            gradient.mul_(factor.to(gradient.device));
        return norms;
    }

    /// <summary>Clips each element to ±limit.</summary>
    public static void ClipValue(IReadOnlyList<(string Name, Tensor Value)> gradients, double limit)
    {
        Tensor[] tensors = [.. gradients.Select(static gradient => gradient.Value)];
        if (TensorList.IsFor(tensors))
        {
            using var list = new TensorList(tensors);
            list.Clamp(limit, list.Norms()[tensors.Length]);
            return;
        }

        var place = tensors[0].device;
        var areFinite = stack([.. tensors.Select(tensor => tensor.isfinite().all().to(place))]).all();
        foreach (var gradient in tensors)
        {
            var clipped = gradient.clone();
            Precision.ClampTo(clipped, limit);
            gradient.copy_(where(areFinite.to(gradient.device), clipped, gradient));
        }
    }

    private static Tensor NormOf(Tensor gradient)
    {
        var g = gradient.to(ScalarType.Float64).flatten();
        // In float64 no square of a float32 leaves the range.
        if (gradient.dtype != ScalarType.Float64 || g.numel() == 0)
            return linalg.vector_norm(g, 2, [0]);
        var largest = g.abs().max().clamp_min(1e-300);
        return linalg.vector_norm(g.div(largest), 2, [0]).mul(largest);
    }
}
