namespace Gan.Runtime.Kernels;

/// <summary>What a pass over logits reads and writes: addresses of native memory, of <see cref="Count"/> elements each; 0 where there is none.</summary>
internal readonly record struct LossMemory
{
    public required nint Logits { get; init; }

    /// <summary>Logits to be subtracted, one from each.</summary>
    public nint Others { get; init; }

    /// <summary>A number to be subtracted from each logit.</summary>
    public double Shift { get; init; }

    public required long Count { get; init; }

    /// <summary>The factor of each element.</summary>
    public nint Weights { get; init; }

    /// <summary>Bytes: an element counts where it is not 0.</summary>
    public nint Mask { get; init; }

    /// <summary>For the loss of each element, times <see cref="LossFactor"/>.</summary>
    public nint Losses { get; init; }

    public double LossFactor { get; init; }

    /// <summary>For the slope at each element, times <see cref="GradientFactor"/>.</summary>
    public nint Gradient { get; init; }

    /// <summary>For the same with the other sign: the gradient in <see cref="Others"/>.</summary>
    public nint OtherGradient { get; init; }

    public double GradientFactor { get; init; }

    /// <summary>Whether each element stands for itself, so that its loss is needed by itself.</summary>
    public bool IsByElement => Weights != 0 || Mask != 0 || Losses != 0;
}

/// <summary>What a pass adds up, in double precision: losses, and slopes, each with its weight.</summary>
internal readonly record struct LossSums(double Loss, double Slope)
{
    public static LossSums operator +(LossSums x, LossSums y) => new(x.Loss + y.Loss, x.Slope + y.Slope);
}
