using Gan.Runtime.Cuda.Driver;

namespace Gan.Runtime.Losses.Terms;

/// <summary>The way of a loss with batch functions: as of other losses on the CPU, but with tensor operations on a GPU.</summary>
internal static class BatchPathRule
{
    public const string NoCudaKernel = "LossPath.Kernel on a GPU is for losses of single logits, but this loss has batch functions: set LossPath to Automatic.";

    /// <exception cref="InvalidOperationException">The kernel is wanted, but cannot read the logits.</exception>
    public static LossPath Choose(LossPath wanted, LossSide[] sides)
        => !CudaRuntime.IsOn(sides[0].Logits) ? LossPathRule.Choose(wanted, sides)
            : wanted == LossPath.Kernel ? throw new InvalidOperationException(NoCudaKernel)
            : LossPath.Composed;

    /// <summary>The reason of a choice, in words.</summary>
    public static string Explain(LossPath wanted, LossSide side)
        => wanted != LossPath.Composed && CudaRuntime.IsOn(side.Logits) ? "because a loss with batch functions has no kernel for a GPU" : LossPathRule.Explain(wanted, side);
}
