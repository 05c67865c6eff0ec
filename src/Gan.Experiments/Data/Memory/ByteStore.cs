namespace Gan.Experiments.Data.Memory;

/// <summary>Images of one byte a value, a quarter of their size as floats: from 0 to 255 they become -1 to 1.</summary>
internal sealed class ByteStore(byte[] values, int size) : SampleStore
{
    private static readonly float[] Scaled = [.. Enumerable.Range(0, 256).Select(value => (value / 127.5f) - 1)];

    public override int Count => values.Length / size;

    public override void Write(int index, Span<float> sample)
    {
        var source = values.AsSpan(index * size, size);
        for (var i = 0; i < source.Length; i++)
            sample[i] = Scaled[source[i]];
    }
}
