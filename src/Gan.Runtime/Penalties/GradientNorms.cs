using Gan.Dsl;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Penalties;

/// <summary>Norms of a batch of gradients and what they cost. Their own derivatives are finite everywhere, and 0 at a zero gradient.</summary>
internal static class GradientNorms
{
    public static void CheckShape(Tensor input, GradientNorm norm, string parameterName)
    {
        if (norm == GradientNorm.PerPixel && input.dim() < 3)
        {
            throw new ArgumentException(
                $"A norm per pixel needs samples with channels and at least one dimension of pixels, [N, C, ...]: the shape is {TensorChecks.Shape(input)}.",
                parameterName);
        }
    }

    /// <summary>E||g||^2, the mean over samples.</summary>
    public static Tensor MeanSquare(Tensor gradient) =>
        Precision.AtLeastFloat32(gradient).square().sum().div(gradient.shape[0]);

    /// <summary>||g||: [N] per sample, [N, ...] without the channels per pixel.</summary>
    public static Tensor Of(Tensor gradient, GradientNorm norm, double order = 2)
    {
        var g = Precision.AtLeastFloat32(gradient);
        if (norm == GradientNorm.PerSample)
            g = g.reshape(g.shape[0], -1);

        // Derivatives divide by the norm. Where it is zero they take that of ones, and the mask makes them zero: the first is so without it, the second would be NaN.
        var largest = g.detach().abs().amax([1], keepdim: true);
        var isZero = largest.eq(0);
        g = g.masked_fill(isZero, 1);
        if (order is 1 or 2 or double.PositiveInfinity)
            return linalg.vector_norm(g, order, [1]).masked_fill(isZero.squeeze(1), 0);

        // A high power of a small number is 0: the largest becomes 1 first. It cancels, so that it carries no gradient.
        largest = largest.masked_fill(isZero, 1);
        return linalg.vector_norm(g.div(largest), order, [1]).mul(largest.squeeze(1)).masked_fill(isZero.squeeze(1), 0);
    }

    /// <summary>(norm - target)^2, or max(0, norm - target)^2.</summary>
    public static Tensor SquaredExcess(Tensor norms, double target, bool oneSided)
    {
        var excess = norms.sub(target);
        return (oneSided ? excess.relu() : excess).square();
    }

    /// <summary>f(norm). At zero the mask stops what an infinite slope of f would make NaN.</summary>
    public static Tensor Costs(Tensor norms, Func<Tensor, Tensor> formula) => Elementwise.Of(formula, norms.masked_fill(norms.eq(0), 0), "Formula", "norms");
}
