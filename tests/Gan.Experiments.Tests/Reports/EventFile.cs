using System.Buffers.Binary;

namespace Gan.Experiments.Tests.Reports;

/// <summary>Decodes an event file by the published formats alone, its checksums bit by bit.</summary>
internal static class EventFile
{
    /// <summary>The data of the records, all of whose checksums are right.</summary>
    public static List<byte[]> Records(byte[] file)
    {
        var records = new List<byte[]>();
        for (var at = 0; at < file.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(at));
            var data = file[(at + 12)..(at + 12 + length)];
            Assert.Equal(Masked(file[at..(at + 8)]), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 8)));
            Assert.Equal(Masked(data), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 12 + length)));
            records.Add(data);
            at += 16 + length;
        }
        return records;
    }

    /// <summary>The fields of a message: ulong for numbers of eight bytes and varints, uint for those of four, byte[] for what has a length.</summary>
    public static Dictionary<int, object> Fields(object message)
    {
        var (bytes, at, fields) = ((byte[])message, 0, new Dictionary<int, object>());
        while (at < bytes.Length)
        {
            var tag = Varint();
            fields.Add((int)(tag >> 3), (tag & 7) switch
            {
                0 => Varint(),
                1 => BinaryPrimitives.ReadUInt64LittleEndian(Part(8)),
                2 => Part((int)Varint()),
                5 => BinaryPrimitives.ReadUInt32LittleEndian(Part(4)),
                var type => throw new InvalidDataException($"Wire type {type}."),
            });
        }
        return fields;

        byte[] Part(int length) => bytes[at..(at += length)];

        ulong Varint()
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                value |= (ulong)(bytes[at] & 0x7f) << shift;
                if (bytes[at++] < 0x80) return value;
            }
        }
    }

    /// <summary>CRC-32C by its definition: the reflected polynomial 0x82F63B78.</summary>
    public static uint Crc(byte[] data)
    {
        var sum = 0xffffffffu;
        foreach (var value in data)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ ((sum & 1) * 0x82f63b78u);
        }
        return ~sum;
    }

    private static uint Masked(byte[] data) => Crc(data) is var sum ? unchecked(((sum >> 15) | (sum << 17)) + 0xa282ead8u) : 0;
}
