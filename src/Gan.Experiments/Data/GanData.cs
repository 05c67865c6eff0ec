using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// Represents a data set for training: samples of one shape, and optionally a class for each.
/// </summary>
/// <remarks>A training reads samples by their index, so a resumed run reads the same samples as a run that was not stopped.</remarks>
public abstract class GanData : IDisposable
{
    /// <summary>Gets the name of the data set, for reports.</summary>
    public abstract string Name { get; }

    /// <summary>Gets the number of samples, at least 1.</summary>
    public abstract int Count { get; }

    /// <summary>Gets the shape of a sample without the batch dimension, such as [1, 28, 28] for grey images or [2] for points of the plane.</summary>
    public abstract IReadOnlyList<long> SampleShape { get; }

    /// <summary>Gets the names of the classes, by number. The list is empty if there are no classes.</summary>
    public virtual IReadOnlyList<string> Classes => [];

    /// <summary>Gets the rows or files that were left out when the data set was read. Reports and logs show them.</summary>
    public virtual IReadOnlyList<SkippedData> Skipped => [];

    /// <summary>Gets a value that indicates whether the samples are images of one or three channels, with values in [-1, 1], which reports show as pictures.</summary>
    public bool IsImages => SampleShape is [1 or 3, _, _];

    /// <summary>Returns samples by their indices.</summary>
    /// <param name="indices">The indices, each at least 0 and less than <see cref="Count"/>, in any order. An index can occur more than once.</param>
    /// <returns>A float32 tensor of shape [n, ...SampleShape] on the CPU, in the current dispose scope.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public abstract Tensor Samples(ReadOnlySpan<int> indices);

    /// <summary>Returns the classes of samples by their indices.</summary>
    /// <param name="indices">The indices, each at least 0 and less than <see cref="Count"/>, in any order. An index can occur more than once.</param>
    /// <returns>An int64 tensor of shape [n], or <see langword="null"/> if there are no classes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public virtual Tensor? Labels(ReadOnlySpan<int> indices) => null;

    /// <summary>Creates the features by which metrics compare samples of this data set, such as the features of a classifier that was trained on similar data.</summary>
    /// <returns>The features, which the caller disposes, or <see langword="null"/> for the default: <see cref="FeatureClassifier.FashionMnist"/> for grey 28×28 images, and principal components for other samples.</returns>
    public virtual IFeatures? CreateFeatures() => null;

    /// <summary>Frees the samples.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the samples.</summary>
    /// <param name="disposing"><see langword="true"/> if the data set is disposed; <see langword="false"/> if it is finalised.</param>
    protected abstract void Dispose(bool disposing);
}
