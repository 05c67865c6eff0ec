using System.Buffers.Binary;
using Gan.Experiments.Files;

namespace Gan.Experiments.Data.Files;

/// <summary>
/// An IDX file of bytes, plain or gzip: two zero bytes, the type 0x08, the number of dimensions, each dimension as 32 bits (big-endian), then one byte a value.
/// Source: LeCun, Cortes and Burges, the MNIST database.
/// </summary>
internal static class IdxFile
{
    private const uint BytesType = 0x0800;
    private const int Chunk = 1 << 20;

    /// <summary>The dimensions and values of a file.</summary>
    /// <exception cref="InvalidDataException">It is not a whole IDX file of bytes with as many dimensions; the message names it.</exception>
    public static (int[] Dimensions, byte[] Values) Read(string path, int dimensions, string what)
    {
        using var stream = PlainOrGzip.Open(path);
        var sizes = ReadHeader(path, stream, dimensions, what);
        return (sizes, ReadValues(path, stream, sizes));
    }

    private static int[] ReadHeader(string path, Stream stream, int dimensions, string what)
    {
        var header = new byte[4 * (1 + dimensions)];
        var length = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        var magic = BytesType | (uint)dimensions;
        if (length >= 4 && Field(0) != magic)
            throw PlainOrGzip.Unusable(path, $"it starts with 0x{Field(0):X8}, but an IDX file of {what} starts with 0x{magic:X8}");
        if (length < header.Length)
            throw PlainOrGzip.Unusable(path, $"it holds {length} bytes, less than the header's {header.Length}");
        var product = UInt128.One;
        for (var i = 1; i <= dimensions; i++)
            product *= Field(i);
        var shape = string.Join('×', Enumerable.Range(1, dimensions).Select(Field));
        if (product == 0)
            throw PlainOrGzip.Unusable(path, $"it holds no {what}: its header announces {shape}");
        if (product > (UInt128)Array.MaxLength)
            throw PlainOrGzip.Unusable(path, $"its header announces {shape} bytes, above the limit of {Array.MaxLength}");
        return [.. Enumerable.Range(1, dimensions).Select(i => (int)Field(i))];

        uint Field(int index) => BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 * index));
    }

    // Grows with what is there, not with what a header promises.
    private static byte[] ReadValues(string path, Stream stream, int[] sizes)
    {
        var expected = sizes.Aggregate(1, (product, size) => product * size);
        var values = new byte[Math.Min(expected, Chunk)];
        for (var length = 0; length < expected;)
        {
            if (length == values.Length)
                Array.Resize(ref values, (int)Math.Min(expected, 2L * length));
            var read = stream.Read(values, length, values.Length - length);
            if (read == 0)
                throw PlainOrGzip.Unusable(path, $"its header announces {string.Join('×', sizes)} bytes of values, but it holds {length}");
            length += read;
        }
        // Reading to the end also checks the sum and length of a gzip file.
        if (stream.ReadByte() >= 0)
            throw PlainOrGzip.Unusable(path, $"its header announces {string.Join('×', sizes)} bytes of values, but it holds more");
        return values;
    }
}
