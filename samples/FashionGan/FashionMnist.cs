using System.Buffers.Binary;
using System.IO.Compression;
using static TorchSharp.torch;

namespace FashionGan;

/// <summary>Reads an IDX file of images: the magic number, three sizes, then one byte a pixel, all of it in gzip.</summary>
internal static class FashionMnist
{
    public const int Side = 28;

    /// <summary>The test set that lies beside the program.</summary>
    public static readonly string ShippedPath = Path.Combine(AppContext.BaseDirectory, "data", "t10k-images-idx3-ubyte.gz");

    private const int HeaderLength = 16;
    private const uint ImagesMagic = 0x0803;    // bytes, in three dimensions

    /// <summary>The images of a file as float32 [count, 1, 28, 28] in [-1, 1].</summary>
    /// <exception cref="InvalidDataException">The file is not a complete gzip of 28 by 28 images; the message says what to do.</exception>
    public static Tensor Load(string path)
    {
        var bytes = Decompress(path);
        var count = CheckHeader(path, bytes);
        using var scope = NewDisposeScope();
        using var pixels = frombuffer(bytes, ScalarType.Byte, count: (long)count * Side * Side, offset: HeaderLength);
        return pixels.reshape(count, 1, Side, Side).to(ScalarType.Float32).div(127.5).sub(1).MoveToOuterDisposeScope();
    }

    private static byte[] Decompress(string path)
    {
        try
        {
            using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            gzip.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            throw Corrupt(path, "it is not a gzip file, or it is damaged");
        }
    }

    private static int CheckHeader(string path, byte[] bytes)
    {
        if (bytes.Length < HeaderLength)
            throw Corrupt(path, $"it holds {bytes.Length} bytes, less than the header's {HeaderLength}");
        uint Field(int index) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(4 * index));
        if (Field(0) != ImagesMagic)
            throw Corrupt(path, $"it starts with 0x{Field(0):X8}, where a file of images has 0x{ImagesMagic:X8}");
        var (count, rows, columns) = (Field(1), Field(2), Field(3));
        if (rows != Side || columns != Side)
            throw Corrupt(path, $"its images are {rows}×{columns}, not {Side}×{Side}");
        if (count == 0)
            throw Corrupt(path, "it holds no image");
        var expected = HeaderLength + ((long)count * Side * Side);
        if (bytes.Length != expected)
            throw Corrupt(path, $"its header announces {count} images, which is {expected} bytes, but it holds {bytes.Length}");
        return (int)count;
    }

    private static InvalidDataException Corrupt(string path, string reason) => new(
        $"{path} cannot be used: {reason}. Restore it (git checkout -- data) or name another IDX file of images with --data.");
}
