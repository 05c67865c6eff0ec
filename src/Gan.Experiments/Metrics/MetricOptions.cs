using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>Represents the options of <see cref="SampleMetrics"/>.</summary>
public sealed record MetricOptions
{
    // Two blocks of two.
    internal const int FewestSamples = 4;

    /// <summary>Gets or sets the number of real samples, and of generated samples, that are compared, at least 4. A smaller data set is used as a whole. The default is 5000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 4.</exception>
    public int Samples
    {
        get;
        init => field = value >= FewestSamples ? value : throw new ArgumentOutOfRangeException(nameof(Samples), value, $"Samples must be at least {FewestSamples}.");
    } = 5000;

    /// <summary>Gets or sets the number of samples that are generated at a time, at least 1. The default is 250.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int BatchSize
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 250;

    /// <summary>Gets or sets the number k of neighbours of <see cref="PrecisionRecall"/>, at least 1. The default is 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int ManifoldNeighbours
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 3;

    /// <summary>Gets or sets the number k of neighbours of <see cref="DensityCoverage"/>, at least 1. The default is 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int DensityNeighbours
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 5;

    /// <summary>Gets or sets the number of blocks of <see cref="KernelInceptionDistance.OfBlocks"/>, at least 2. Fewer are used if a block would have less than 2 samples. The default is 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 2.</exception>
    public int KernelBlocks
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(KernelBlocks), value, "KernelBlocks must be at least 2.");
    } = 10;

    /// <summary>Gets or sets the number of samples that a covered class or mode needs, at least 1. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int LeastSamples
    {
        get;
        init => field = Ranges.AtLeastOne(value);
    } = 1;

    /// <summary>Gets or sets the seed of the choice of real samples, of the random numbers of the generator, and of the blocks. The default is 0.</summary>
    public long Seed { get; init; }
}
