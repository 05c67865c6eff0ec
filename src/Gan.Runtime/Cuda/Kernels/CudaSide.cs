namespace Gan.Runtime.Cuda.Kernels;

/// <summary>One batch of logits on a device: addresses, 0 where there is nothing. Numbers that are no logits are of the type that is computed with: float32 for half types, otherwise that of the logits.</summary>
internal readonly record struct CudaSide
{
    public required nint Logits { get; init; }

    public required long Count { get; init; }

    /// <summary>The factor of each element.</summary>
    public nint Weights { get; init; }

    /// <summary>Bytes: an element counts where it is not 0.</summary>
    public nint Mask { get; init; }

    /// <summary>An integer of 64 bits, how many the mask leaves: over so many is the mean of logits, where one is taken. Needed with <see cref="IsMean"/>.</summary>
    public nint MaskCount { get; init; }

    /// <summary>Whether <see cref="Factor"/> is still to be divided by <see cref="MaskCount"/>: so a mean under a mask needs no number on the host.</summary>
    public bool IsMean { get; init; }

    /// <summary>Of the reduced loss and of the gradient.</summary>
    public required double Factor { get; init; }

    /// <summary>For the slope at each element, times <see cref="Factor"/>; of the logits' type.</summary>
    public nint Gradient { get; init; }

    /// <summary>For the loss of each element, times <see cref="LossFactor"/>.</summary>
    public nint Losses { get; init; }

    public double LossFactor { get; init; }

    /// <summary>Whether each element stands for itself, so that its loss is needed by itself.</summary>
    public bool IsByElement => Weights != 0 || Mask != 0 || Losses != 0;

    /// <summary>As the kernels' text has them.</summary>
    public long[] Members => [Logits, Count, Weights, Mask, MaskCount, IsMean ? 1 : 0, Bits(Factor), Gradient, Losses, Bits(LossFactor)];

    private static long Bits(double number) => BitConverter.DoubleToInt64Bits(number);
}
