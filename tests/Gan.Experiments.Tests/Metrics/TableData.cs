using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

/// <summary>Samples that a test gives, of any shape, with labels or without, and with features of their own or without.</summary>
internal sealed class TableData(double[][] rows, long[]? shape = null, int[]? labels = null) : GanData
{
    public override string Name => "Table";

    public override int Count => rows.Length;

    public override IReadOnlyList<long> SampleShape { get; } = shape ?? [rows[0].Length];

    public override IReadOnlyList<string> Classes { get; } = labels is null ? [] : [.. Enumerable.Range(0, labels.Max() + 1).Select(label => $"{label}")];

    public Func<IFeatures?> Features { get; init; } = () => null;

    public override IFeatures? CreateFeatures() => Features();

    public override Tensor Samples(ReadOnlySpan<int> indices) =>
        tensor(indices.ToArray().SelectMany(i => rows[i]).Select(value => (float)value).ToArray()).reshape([indices.Length, .. SampleShape]);

    public override Tensor? Labels(ReadOnlySpan<int> indices) =>
        labels is null ? null : tensor(Array.ConvertAll(indices.ToArray(), i => (long)labels[i]));

    protected override void Dispose(bool disposing)
    {
    }
}
