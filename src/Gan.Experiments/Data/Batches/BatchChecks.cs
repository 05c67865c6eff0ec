using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Gan.Experiments.Data.Batches;

/// <summary>What a data set hands out must be what it says it is.</summary>
internal static class BatchChecks
{
    // A user's scaling may round.
    private const float ImageLimit = 1 + 1e-4f;

    /// <exception cref="InvalidOperationException">It is not.</exception>
    public static void Check(GanData data, ReadOnlySpan<int> indices, [NotNull] Tensor? samples, Tensor? labels)
    {
        IsTensor(data, nameof(data.Samples), samples, ScalarType.Float32, [indices.Length, .. data.SampleShape]);
        CheckValues(data, indices, samples);
        if (labels is null && data.Classes.Count == 0)
            return;
        IsTensor(data, nameof(data.Labels), labels, ScalarType.Int64, [indices.Length]);
        CheckLabels(data, indices, labels);
    }

    private static void IsTensor(GanData data, string method, [NotNull] Tensor? tensor, ScalarType type, long[] shape)
    {
        if (tensor is null || tensor.IsInvalid)
            throw Broken(data, $"{method} returned {(tensor is null ? "no" : "a disposed")} tensor");
        if (tensor.dtype != type || !tensor.shape.AsSpan().SequenceEqual(shape) || tensor.device_type != TorchSharp.DeviceType.CPU)
            throw Broken(data, $"{method} returned {tensor.dtype} [{string.Join(", ", tensor.shape)}] on {tensor.device}, not {type} [{string.Join(", ", shape)}] on the CPU");
    }

    private static void CheckValues(GanData data, ReadOnlySpan<int> indices, Tensor samples)
    {
        var limit = data.IsImages ? ImageLimit : float.MaxValue;
        var values = Values<float>(samples);
        for (var i = 0; i < values.Length; i++)
        {
            if (!(Math.Abs(values[i]) <= limit))
                throw Broken(data, $"sample {indices[i / (values.Length / indices.Length)]} holds {values[i]}, which is not {(data.IsImages ? "in [-1, 1]" : "finite")}");
        }
    }

    private static void CheckLabels(GanData data, ReadOnlySpan<int> indices, Tensor labels)
    {
        var values = Values<long>(labels);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] < 0 || values[i] >= data.Classes.Count)
                throw Broken(data, $"sample {indices[i]} has the label {values[i]}, but there are {data.Classes.Count} classes");
        }
    }

    // What contiguous() makes lives as long as the reader's dispose scope, longer than the span.
    private static ReadOnlySpan<T> Values<T>(Tensor tensor)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(tensor.contiguous().bytes);

    private static InvalidOperationException Broken(GanData data, FormattableString what) => new($"The data set {data.Name} is wrong: {FormattableString.Invariant(what)}.");
}
