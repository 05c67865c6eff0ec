using Gan.Dsl;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Penalties;

/// <summary>Norms of a batch of gradients and the means over them. Their own derivatives are finite everywhere, and 0 at a zero gradient.</summary>
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

    /// <summary>||g||_2: [N] per sample, [N, ...] without the channels per pixel.</summary>
    // vector_norm has the derivative 0 at zero, where the square root of a sum of squares has NaN.
    public static Tensor Of(Tensor gradient, GradientNorm norm)
    {
        var g = Precision.AtLeastFloat32(gradient);
        if (norm == GradientNorm.PerSample)
            g = g.reshape(g.shape[0], -1);
        return linalg.vector_norm(g, 2, [1]);
    }

    /// <summary>E(norm - target)^2, or E max(0, norm - target)^2.</summary>
    public static Tensor MeanSquaredExcess(Tensor norms, double target, bool oneSided)
    {
        var excess = norms.sub(target);
        return (oneSided ? excess.relu() : excess).square().mean();
    }
}
