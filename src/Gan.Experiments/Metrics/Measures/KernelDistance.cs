namespace Gan.Experiments;

/// <summary>Represents the kernel distance of disjoint blocks of samples, with its standard error.</summary>
/// <param name="Mean">The mean of the estimates of the blocks. It is unbiased, and can be negative.</param>
/// <param name="StandardError">The standard error of the mean, for new real and generated samples: the standard deviation of the estimates, divided by the square root of their number.</param>
/// <param name="Blocks">The number of blocks.</param>
/// <param name="BlockSize">The number of real samples, and of generated samples, in a block.</param>
public sealed record KernelDistance(double Mean, double StandardError, int Blocks, int BlockSize);
