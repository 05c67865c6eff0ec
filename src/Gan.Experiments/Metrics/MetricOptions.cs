using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>The options of <see cref="SampleMetrics"/>.</summary>
public sealed record MetricOptions
{
    // Two blocks of two.
    internal const int FewestSamples = 4;

    /// <summary>The real and the generated samples that are compared, at least 4; no more than the data have.</summary>
    public int Samples
    {
        get;
        init => field = value >= FewestSamples ? value : throw new ArgumentOutOfRangeException(nameof(Samples), value, $"Samples must be at least {FewestSamples}.");
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

    /// <summary>The disjoint blocks of <see cref="KernelInceptionDistance.OfBlocks"/>, at least 2; fewer where they would have less than 2 samples each.</summary>
    public int KernelBlocks
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(KernelBlocks), value, "KernelBlocks must be at least 2.");
    } = 10;

    /// <summary>The samples a class or a mode needs to be covered, at least 1.</summary>
    public int LeastSamples
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 1;

    /// <summary>The seed of the choice of real samples, of the generator's random numbers and of the blocks.</summary>
    public long Seed { get; init; }
}
