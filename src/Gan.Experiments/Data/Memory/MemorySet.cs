namespace Gan.Experiments.Data.Memory;

/// <summary>What the reader of a file or the maker of a synthetic set hands to <see cref="MemoryData"/>.</summary>
/// <param name="Name">What the set is called where its class is not a user's.</param>
/// <param name="Shape">The shape of a sample.</param>
/// <param name="Samples">The samples.</param>
internal sealed record MemorySet(string Name, IReadOnlyList<long> Shape, SampleStore Samples)
{
    /// <summary>Each sample's class; null where there are none.</summary>
    public int[]? Labels { get; init; }

    /// <summary>The classes' names.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>What was left out.</summary>
    public IReadOnlyList<SkippedData> Skipped { get; init; } = [];
}
