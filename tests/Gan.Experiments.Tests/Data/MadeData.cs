using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Data;

/// <summary>A user's data set: points, of what a function makes.</summary>
internal sealed class MadeData : GanData
{
    public Func<int[], Tensor> MakeSamples { get; init; } = indices => tensor(indices.SelectMany(i => new[] { i, -i / 2f }).ToArray()).reshape(indices.Length, 2);

    public Func<int[], Tensor?> MakeLabels { get; init; } = _ => null;

    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<long> Shape { get; init; } = [2];

    /// <summary>How often samples were asked for.</summary>
    public int Reads { get; private set; }

    public override string Name => "Made";

    public override int Count => 10;

    public override IReadOnlyList<long> SampleShape => Shape;

    public override IReadOnlyList<string> Classes => Names;

    public override Tensor Samples(ReadOnlySpan<int> indices)
    {
        Reads++;
        return MakeSamples(indices.ToArray());
    }

    public override Tensor? Labels(ReadOnlySpan<int> indices) => MakeLabels(indices.ToArray());

    protected override void Dispose(bool disposing)
    {
    }
}
