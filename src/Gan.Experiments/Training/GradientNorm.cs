using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Training;

/// <summary>The norm of a player's gradient.</summary>
internal static class GradientNorm
{
    // Beyond these the squares of doubles lose bits or overflow.
    private const double Least = 1e-140, Largest = 1e150;

    /// <summary>‖g‖₂ over all parameters that have a gradient: 0 where none has, and not finite only where an element is not.</summary>
    public static double Of(nn.Module module)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        return module.parameters().Select(static parameter => parameter.grad).OfType<Tensor>().Select(Of).Aggregate(0.0, double.Hypot);
    }

    private static double Of(Tensor gradient)
    {
        if (gradient.numel() == 0)
            return 0;
        var norm = Plain(gradient);
        if (norm is > Least and < Largest)
            return norm;
        var largest = gradient.abs().max().to(ScalarType.Float64).ToDouble();
        return double.IsFinite(largest) && largest > 0 ? largest * Plain(gradient.div(largest)) : largest;
    }

    // The square of a float32 need not be one.
    private static double Plain(Tensor tensor) => linalg.vector_norm(tensor.to(ScalarType.Float64)).ToDouble();
}
