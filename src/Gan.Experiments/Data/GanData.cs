using Gan.Experiments.Metrics.Features;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// A data set: samples of one shape, each with a class where there are classes. What a training reads from, by number, so that a run that is resumed reads the same samples.
/// </summary>
public abstract class GanData : IDisposable
{
    /// <summary>What reports call it.</summary>
    public abstract string Name { get; }

    /// <summary>The number of samples, at least one.</summary>
    public abstract int Count { get; }

    /// <summary>The shape of a sample without the batch dimension: [1, 28, 28] of grey images, [2] of points in the plane.</summary>
    public abstract IReadOnlyList<long> SampleShape { get; }

    /// <summary>The names of the classes, by number; empty where there are none.</summary>
    public virtual IReadOnlyList<string> Classes => [];

    /// <summary>The bad data left out on reading; empty where nothing was. Reports and logs show them.</summary>
    public virtual IReadOnlyList<SkippedData> Skipped => [];

    /// <summary>Whether a sample is an image of one or three channels in [-1, 1], to be shown as a picture.</summary>
    public bool IsImages => SampleShape is [1 or 3, _, _];

    /// <summary>Samples by number.</summary>
    /// <param name="indices">Each from 0 to below <see cref="Count"/>, in any order, as often as wanted.</param>
    /// <returns>A float32 tensor [n, ...SampleShape] on the CPU, in the current dispose scope.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public abstract Tensor Samples(ReadOnlySpan<int> indices);

    /// <summary>The classes of samples.</summary>
    /// <param name="indices">As for <see cref="Samples"/>.</param>
    /// <returns>An int64 tensor [n]; null where there are no classes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public virtual Tensor? Labels(ReadOnlySpan<int> indices) => null;

    /// <summary>The features that metrics compare samples of this set by, such as those of a classifier that was trained on its kind.</summary>
    /// <returns>The features, which whoever asks disposes; null: those that <see cref="FeatureExtractor.For"/> chooses.</returns>
    public virtual IFeatures? CreateFeatures() => null;

    /// <summary>Frees the samples.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the samples.</summary>
    /// <param name="disposing">True: tensors may be disposed.</param>
    protected abstract void Dispose(bool disposing);
}
