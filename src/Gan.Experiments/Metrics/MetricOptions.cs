using Gan.Runtime;

namespace Gan.Experiments;

/// <summary>The options of <see cref="SampleMetrics"/>.</summary>
public sealed record MetricOptions
{
    /// <summary>The real and the generated samples that are compared, at least 2; no more than the data have.</summary>
    public int Samples
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(Samples), value, "Samples must be at least 2.");
    } = 5000;

    /// <summary>The samples that are generated at a time, at least 1.</summary>
    public int BatchSize
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 250;

    /// <summary>k of <see cref="PrecisionRecall"/>, at least 1.</summary>
    public int ManifoldNeighbours
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 3;

    /// <summary>k of <see cref="DensityCoverage"/>, at least 1.</summary>
    public int DensityNeighbours
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 5;

    /// <summary>The subsets of <see cref="KernelInceptionDistance"/>, at least 2; fewer than the paper's 100, which take their time.</summary>
    public int KernelSubsets
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(KernelSubsets), value, "KernelSubsets must be at least 2.");
    } = 20;

    /// <summary>The samples of each subset, at least 2; no more than half of those compared, so that the subsets differ.</summary>
    public int KernelSubsetSize
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(KernelSubsetSize), value, "KernelSubsetSize must be at least 2.");
    } = 1000;

    /// <summary>The samples a class or a mode needs to be covered, at least 1.</summary>
    public int LeastSamples
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 1;

    /// <summary>The seed of the choice of real samples, of the generator's random numbers and of the subsets.</summary>
    public long Seed { get; init; }
}
