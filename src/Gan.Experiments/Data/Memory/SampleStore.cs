namespace Gan.Experiments.Data.Memory;

/// <summary>Samples of one size, in memory.</summary>
internal abstract class SampleStore
{
    /// <summary>The number of samples.</summary>
    public abstract int Count { get; }

    /// <summary>Writes a sample's values.</summary>
    public abstract void Write(int index, Span<float> sample);
}
