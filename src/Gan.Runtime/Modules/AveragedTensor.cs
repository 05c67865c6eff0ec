using static TorchSharp.torch;

namespace Gan.Runtime.Modules;

/// <summary>One tensor of an average and the module's of that name.</summary>
/// <param name="Mean">The average's.</param>
/// <param name="Value">The module's.</param>
/// <param name="IsCopied">Whether it is copied, as buffers are, not averaged.</param>
internal readonly record struct AveragedTensor(Tensor Mean, Tensor Value, bool IsCopied)
{
    /// <summary>mean = kept * mean + (1 - kept) * value, in place.</summary>
    public void Average(double kept)
    {
        // A copy also replaces what is NaN or infinite, which 0 * mean would not.
        if (IsCopied || kept == 0)
            Mean.copy_(Value);
        else
            Mean.lerp_(Value.to(Mean.dtype, Mean.device), full([], 1 - kept, dtype: Mean.dtype, device: Mean.device));
    }
}
