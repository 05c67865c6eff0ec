using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Data;

/// <summary>Every kind of damage is refused with one line that names the file.</summary>
public sealed class IdxDamageTests : IDisposable
{
    private static readonly byte[] Good = IdxBytes.Of([IdxBytes.ImagesMagic, 2, 2, 2], 1, 2, 3, 4, 5, 6, 7, 8);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RefusesAFileThatEndsAnywhere(bool gzip)
    {
        for (var length = 0; length < Good.Length; length++)
        {
            var bytes = Good[..length];
            Refused(gzip ? IdxBytes.Gzip(bytes) : bytes, length < 16 ? $"it holds {length} bytes, less than the header's 16" : $"announces 2×2×2 bytes of values, but it holds {length - 16}");
        }
    }

    [Fact]
    public void RefusesAnyOtherMagicNumber()
    {
        for (var place = 0; place < 4; place++)
        {
            var bytes = (byte[])Good.Clone();
            bytes[place] ^= 0x10;
            Refused(bytes, $"starts with 0x{Convert.ToHexString(bytes[..4])}, but an IDX file of images starts with 0x00000803");
        }
        Refused(IdxBytes.Of([IdxBytes.LabelsMagic, 2], 1, 2), "starts with 0x00000801");
    }

    [Theory]
    [InlineData(0, 2, 2)]
    [InlineData(2, 0, 2)]
    [InlineData(2, 2, 0)]
    [InlineData(0, 0xFFFFFFFF, 0xFFFFFFFF)]
    public void RefusesADimensionOfNothing(uint count, uint rows, uint columns) =>
        Refused(IdxBytes.Of([IdxBytes.ImagesMagic, count, rows, columns], 1, 2, 3, 4), $"holds no images: its header announces {count}×{rows}×{columns}");

    [Theory]
    [InlineData(0x80000000, 1, 1)]
    [InlineData(0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF)]
    [InlineData(0x10000, 0x10000, 0x10000)]       // 2^48: 0 in 32 bits
    [InlineData(0x80000000, 0x80000000, 4)]       // 2^64: 0 in 64 bits
    [InlineData(1, 0x80000000, 2)]
    public void RefusesDimensionsThatOverflow(uint count, uint rows, uint columns) =>
        RefusedWithoutAllocating(IdxBytes.Of([IdxBytes.ImagesMagic, count, rows, columns], new byte[100]), $"announces {count}×{rows}×{columns} bytes, above the limit");

    [Theory]
    [InlineData(2_000_000_000, 1, 1)]
    [InlineData(1, 40_000, 50_000)]
    public void RefusesLargeDimensionsOfASmallFile(uint count, uint rows, uint columns) =>
        RefusedWithoutAllocating(IdxBytes.Of([IdxBytes.ImagesMagic, count, rows, columns], new byte[100]), "but it holds 100");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RefusesTrailingBytes(bool gzip)
    {
        byte[] bytes = [.. Good, 0];
        Refused(gzip ? IdxBytes.Gzip(bytes) : bytes, "announces 2×2×2 bytes of values, but it holds more");
    }

    [Fact]
    public void RefusesAnEmptyFile() => Refused([], "it holds 0 bytes");

    [Fact]
    public void RefusesGzipThatEndsAnywhere()
    {
        var packed = IdxBytes.Gzip(Good);
        for (var length = 2; length < packed.Length; length++)
            Refused(packed[..length], "");
    }

    [Fact]
    public void RefusesAChangedBitInTheGzip()
    {
        var packed = IdxBytes.Gzip(Good);
        // The first ten bytes are the header, of which time and system say nothing about the data.
        for (var place = 10; place < packed.Length; place++)
        {
            var bytes = (byte[])packed.Clone();
            bytes[place] ^= 0x04;
            Refused(bytes, "");
        }
    }

    [Fact]
    public void LabelsAreCheckedAsImagesAre()
    {
        var images = Write("images", Good);
        foreach (var (bytes, reason) in new (byte[], string)[]
        {
            (Good, "starts with 0x00000803, but an IDX file of labels starts with 0x00000801"),
            (IdxBytes.Of([IdxBytes.LabelsMagic, 2], 1), "but it holds 1"),
            (IdxBytes.Of([IdxBytes.LabelsMagic, 2], 1, 2, 3), "but it holds more"),
            (IdxBytes.Of([IdxBytes.LabelsMagic, 0]), "holds no labels"),
            (IdxBytes.Of([IdxBytes.LabelsMagic, 0xFFFFFFFF], 1), "above the limit"),
            (IdxBytes.Of([IdxBytes.LabelsMagic]), "less than the header's 8"),
        })
        {
            var labels = Write("labels", bytes);
            Refused(labels, () => new IdxImages(images, labels), reason);
        }
    }

    private static void Refused(string path, Func<object> make, string reason)
    {
        var message = Assert.Throws<InvalidDataException>(make).Message;
        Assert.StartsWith(path + " cannot be used: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private void Refused(byte[] bytes, string reason)
    {
        var path = Write("bad", bytes);
        Refused(path, () => new IdxImages(path), reason);
    }

    private void RefusedWithoutAllocating(byte[] bytes, string reason)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bytes, reason);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(folder.File(name), bytes);
        return folder.File(name);
    }
}
