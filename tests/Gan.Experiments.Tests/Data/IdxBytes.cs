using System.Buffers.Binary;
using System.IO.Compression;

namespace Gan.Experiments.Tests.Data;

/// <summary>Makes IDX files, good and bad.</summary>
internal static class IdxBytes
{
    public const uint ImagesMagic = 0x0803;
    public const uint LabelsMagic = 0x0801;

    /// <summary>Big-endian fields, then the values.</summary>
    public static byte[] Of(uint[] header, params byte[] values)
    {
        var bytes = new byte[4 * header.Length];
        for (var i = 0; i < header.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 * i), header[i]);
        return [.. bytes, .. values];
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
