using Gan.Runtime.Kernels;

namespace Gan.Runtime.Cuda.Kernels;

/// <summary>
/// One batch of logits on a device. Numbers that are no logits are of the type that is computed with: float32 for half types, otherwise that of the logits. The gradient is of the logits' type.
/// </summary>
internal readonly record struct CudaSide
{
    /// <summary>What is read and written. The factor of the gradient is that of the reduced loss too.</summary>
    public required LossMemory Memory { get; init; }

    /// <summary>The address of an integer of 64 bits, how many the mask leaves: over so many is the mean of logits, where one is taken. Needed with <see cref="IsMean"/>.</summary>
    public nint MaskCount { get; init; }

    /// <summary>Whether the factor is still to be divided by <see cref="MaskCount"/>: so a mean under a mask needs no number on the host.</summary>
    public bool IsMean { get; init; }

    /// <summary>As the kernels' text has them.</summary>
    public long[] Members =>
        [Memory.Logits, Memory.Count, Memory.Weights, Memory.Mask, MaskCount, IsMean ? 1 : 0, Bits(Memory.GradientFactor), Memory.Gradient, Memory.Losses, Bits(Memory.LossFactor)];

    private static long Bits(double number) => BitConverter.DoubleToInt64Bits(number);
}
