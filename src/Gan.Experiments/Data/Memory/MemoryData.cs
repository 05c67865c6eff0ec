using System.Runtime.InteropServices;
using Gan.Experiments.Data.Memory;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Represents a data set that is kept in managed memory, as bytes or float32. Several threads can read it at the same time.</summary>
public abstract class MemoryData : GanData
{
    private readonly string name;
    private SampleStore? store;
    private int[]? labels;

    private protected MemoryData(MemorySet set)
    {
        (name, store, labels, Count) = (set.Name, set.Samples, set.Labels, set.Samples.Count);
        (SampleShape, Classes, Skipped) = (set.Shape, set.Classes, set.Skipped);
    }

    /// <summary>Gets the name of the derived class or, without one, the name of the file, the folder or the kind of data.</summary>
    public override string Name => GetType().Assembly == typeof(MemoryData).Assembly ? name : GetType().Name;

    /// <inheritdoc/>
    public sealed override int Count { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<long> SampleShape { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<SkippedData> Skipped { get; }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The set has been disposed.</exception>
    public sealed override Tensor Samples(ReadOnlySpan<int> indices)
    {
        var samples = store;
        ObjectDisposedException.ThrowIf(samples is null, this);
        CheckIndices(indices);
        var tensor = empty([indices.Length, .. SampleShape], ScalarType.Float32);
        // The tensor is new: nothing has recorded it that writing to its memory could contradict.
        var values = MemoryMarshal.Cast<byte, float>(tensor.bytes);
        var size = indices.Length == 0 ? 0 : values.Length / indices.Length;
        for (var i = 0; i < indices.Length; i++)
            samples.Write(indices[i], values.Slice(i * size, size));
        return tensor;
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The set has been disposed.</exception>
    public sealed override Tensor? Labels(ReadOnlySpan<int> indices)
    {
        ObjectDisposedException.ThrowIf(store is null, this);
        CheckIndices(indices);
        if (labels is not { } known)
            return null;
        var classes = new long[indices.Length];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = known[indices[i]];
        return tensor(classes);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => (store, labels) = (null, null);

    private void CheckIndices(ReadOnlySpan<int> indices)
    {
        foreach (var index in indices)
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(indices), index, $"{Name} has the samples 0 to {Count - 1}.");
        }
    }
}
