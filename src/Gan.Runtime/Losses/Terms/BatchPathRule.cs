namespace Gan.Runtime.Losses.Terms;

/// <summary>The way of a loss with batch functions, which no kernel computes.</summary>
internal static class BatchPathRule
{
    public const string NoKernel = "LossPath.Kernel is for losses of single logits, but this loss has batch functions: set LossPath to Automatic.";

    public const string Reason = "because the loss has batch functions";

    /// <exception cref="InvalidOperationException">The kernel is wanted.</exception>
    public static LossPath Choose(LossPath wanted) => wanted == LossPath.Kernel ? throw new InvalidOperationException(NoKernel) : LossPath.Composed;
}
