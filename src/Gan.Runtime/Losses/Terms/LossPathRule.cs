using Gan.Runtime.Checks;
using Gan.Runtime.Cuda.Driver;
using TorchSharp;

namespace Gan.Runtime.Losses.Terms;

/// <summary>Which way a loss takes, and why.</summary>
internal static class LossPathRule
{
    /// <exception cref="InvalidOperationException">The kernel is wanted, but cannot read the logits.</exception>
    public static LossPath Choose(LossPath wanted, LossSide[] sides)
    {
        var fits = Array.TrueForAll(sides, static side => side.IsForKernel);
        if (wanted == LossPath.Kernel && !fits)
        {
            var side = sides.First(static side => !side.IsForKernel);
            var onGpu = CudaRuntime.IsOn(side.Logits) ? $" ({WhyNot(side)})" : "";
            throw new InvalidOperationException(
                $"LossPath.Kernel is for contiguous float32 or float64 logits on the CPU, contiguous logits on a GPU with CUDA kernels, and weights without a gradient, but the logits are {Describe(side)}{onGpu}: set LossPath to Automatic.");
        }

        return wanted == LossPath.Composed || !fits ? LossPath.Composed : LossPath.Kernel;
    }

    /// <summary>The reason of a choice, in words.</summary>
    public static string Explain(LossPath wanted, LossSide side) =>
        wanted == LossPath.Composed ? "because LossPath is Composed"
        : side.IsForKernel ? CudaRuntime.IsOn(side.Logits) ? "compiled from the formula for this GPU" : "compiled from the formula for this CPU"
        : $"because {WhyNot(side)}";

    private static string WhyNot(LossSide side) =>
        side.Reduction.Weights is { requires_grad: true } ? "the weights require a gradient"
        : side.Logits.device_type != DeviceType.CPU ? CudaPass.WhyNot(side.Logits)!
        : side.IsConverted ? "logits of a half type are computed in float32"
        : side.Logits.is_contiguous() ? "there are too many logits for one pass" : "the logits are not contiguous";

    private static string Describe(LossSide side) =>
        $"{(side.IsConverted ? "of a half type" : side.Logits.dtype.ToString())} {TensorChecks.Shape(side.Logits)} on {side.Logits.device}{(side.Logits.is_contiguous() ? "" : ", not contiguous")}{(side.Reduction.Weights is { requires_grad: true } ? ", with weights that require a gradient" : "")}";
}
