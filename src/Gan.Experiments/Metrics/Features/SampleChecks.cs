using System.Diagnostics.CodeAnalysis;
using Gan.Experiments.Data.Batches;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Experiments.Metrics.Features;

/// <summary>The conditions on samples.</summary>
internal static class SampleChecks
{
    /// <exception cref="ArgumentException">They are not floating point [n, ...shape] with n at least 1.</exception>
    public static void HaveShape([NotNull] Tensor? samples, IReadOnlyList<long> shape, string parameterName)
    {
        TensorChecks.NotEmpty(samples, parameterName);
        TensorChecks.FloatingPoint(samples, parameterName);
        if (!samples.shape.Skip(1).SequenceEqual(shape))
            throw new ArgumentException($"{parameterName} must be [n, {string.Join(", ", shape)}], not {TensorChecks.Shape(samples)}.", parameterName);
    }

    /// <summary>Reads samples and labels of a data set, checked.</summary>
    /// <exception cref="InvalidOperationException">The data set broke its contract.</exception>
    public static (Tensor Samples, Tensor? Labels) Read(GanData data, ReadOnlySpan<int> indices)
    {
        var (samples, labels) = (data.Samples(indices), data.Labels(indices));
        BatchChecks.Check(data, indices, samples, labels);
        return (samples, labels);
    }
}
