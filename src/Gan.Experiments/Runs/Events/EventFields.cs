using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Gan.Experiments.Runs.Events;

/// <summary>The fields of one message in the wire format of protocol buffers.</summary>
internal sealed class EventFields
{
    private const int Varint = 0, Eight = 1, Bytes = 2, Four = 5;
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public EventFields Add(int field, long value)
    {
        Tag(field, Varint);
        Number((ulong)value);
        return this;
    }

    public EventFields Add(int field, double value)
    {
        Tag(field, Eight);
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        _bytes.Write(bytes);
        return this;
    }

    public EventFields Add(int field, float value)
    {
        Tag(field, Four);
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        _bytes.Write(bytes);
        return this;
    }

    public EventFields Add(int field, byte[] value)
    {
        Tag(field, Bytes);
        Number((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    public EventFields Add(int field, string value) => Add(field, Encoding.UTF8.GetBytes(value));

    public EventFields Add(int field, EventFields message) => Add(field, message.ToArray());

    private void Tag(int field, int type) => Number((ulong)((field << 3) | type));

    private void Number(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            _bytes.Write([(byte)(value | 0x80)]);
        _bytes.Write([(byte)value]);
    }
}
