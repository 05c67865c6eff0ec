namespace Gan.Experiments.Data.Memory;

/// <summary>Samples as they are handed out.</summary>
internal sealed class FloatStore(float[] values, int size) : SampleStore
{
    public override int Count => values.Length / size;

    public override void Write(int index, Span<float> sample) => values.AsSpan(index * size, size).CopyTo(sample);
}
