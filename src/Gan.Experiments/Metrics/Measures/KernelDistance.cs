namespace Gan.Experiments;

/// <summary>A kernel distance by disjoint blocks of the samples.</summary>
/// <param name="Mean">The mean of the blocks' estimates. Each is unbiased, and below 0 at times.</param>
/// <param name="StandardError">Their standard deviation over the root of their number: how far the mean is from the distance of the distributions, of samples drawn anew on both sides.</param>
/// <param name="Blocks">Their number.</param>
/// <param name="BlockSize">The samples of each on either side.</param>
public sealed record KernelDistance(double Mean, double StandardError, int Blocks, int BlockSize);
