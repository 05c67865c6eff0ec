using System.Buffers.Binary;
using System.Numerics;

namespace Gan.Experiments.Runs.Events;

/// <summary>The framing of TensorFlow's record files: the length, its checksum, the data, their checksum.</summary>
internal static class EventRecord
{
    public static byte[] Frame(ReadOnlySpan<byte> data)
    {
        var record = new byte[8 + 4 + data.Length + 4];
        BinaryPrimitives.WriteInt64LittleEndian(record, data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), Masked(Crc32C(record.AsSpan(0, 8))));
        data.CopyTo(record.AsSpan(12));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12 + data.Length), Masked(Crc32C(data)));
        return record;
    }

    /// <summary>Castagnoli's checksum (RFC 3720, appendix B.4).</summary>
    public static uint Crc32C(ReadOnlySpan<byte> data)
    {
        var sum = uint.MaxValue;
        foreach (var value in data)
            sum = BitOperations.Crc32C(sum, value);
        return ~sum;
    }

    // The format turns and shifts the sum, since a sum over data that hold their own sum tells nothing.
    private static uint Masked(uint sum) => BitOperations.RotateRight(sum, 15) + 0xa282ead8;
}
