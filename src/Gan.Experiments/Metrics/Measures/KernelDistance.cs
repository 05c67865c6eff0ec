namespace Gan.Experiments;

/// <summary>A kernel distance by random subsets.</summary>
/// <param name="Mean">The mean of the subsets' estimates. Each is unbiased, and below 0 at times.</param>
/// <param name="StandardError">Their standard deviation over the root of their number: how well the mean is known for these samples. Subsets of few samples overlap, so that it is not the error for fresh ones.</param>
/// <param name="Subsets">Their number.</param>
public sealed record KernelDistance(double Mean, double StandardError, int Subsets);
