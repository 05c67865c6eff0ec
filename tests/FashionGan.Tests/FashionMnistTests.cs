using System.Buffers.Binary;
using System.IO.Compression;
using static TorchSharp.torch;

namespace FashionGan.Tests;

public sealed class FashionMnistTests : IDisposable
{
    private const int Pixels = 28 * 28;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TheShippedSetHasTenThousandImages()
    {
        using var images = FashionMnist.Load(FashionMnist.ShippedPath);
        Assert.Equal([10_000, 1, 28, 28], images.shape);
        Assert.Equal(ScalarType.Float32, images.dtype);
        using var lowest = images.min();
        using var highest = images.max();
        Assert.Equal((-1f, 1f), (lowest.item<float>(), highest.item<float>()));
    }

    [Fact]
    public void PixelsKeepTheirPlaceAndMapToMinusOneToOne()
    {
        var bytes = Idx(count: 2);
        bytes[16] = 255;                              // image 0, row 0, column 0
        bytes[16 + Pixels + (28 * 3) + 5] = 51;       // image 1, row 3, column 5
        using var images = FashionMnist.Load(Write(bytes));
        Assert.Equal([2, 1, 28, 28], images.shape);
        Assert.Equal(1f, images[0, 0, 0, 0].item<float>());
        Assert.Equal(-0.6f, images[1, 0, 3, 5].item<float>(), 1e-6f);      // 51 / 127.5 - 1
        Assert.Equal(-1f, images[1, 0, 5, 3].item<float>());
    }

    [Fact]
    public void LeavesNoTensorBehind()
    {
        var path = Write(Idx(count: 3));
        var before = Tensor.TotalCount;
        using (FashionMnist.Load(path))
            Assert.Equal(before + 1, Tensor.TotalCount);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void RefusesALabelFile() => Refused(Write(Idx(count: 1, magic: 0x0801)), "starts with 0x00000801");

    [Fact]
    public void RefusesOtherSizes() => Refused(Write(Idx(count: 1, rows: 32)), "32×28, not 28×28");

    [Fact]
    public void RefusesAnEmptySet() => Refused(Write(Idx(count: 0)), "holds no image");

    [Fact]
    public void RefusesMissingPixels() => Refused(Write(Idx(count: 2)[..^1]), "announces 2 images, which is 1584 bytes, but it holds 1583");

    [Fact]
    public void RefusesTrailingBytes() => Refused(Write([.. Idx(count: 1), 7]), "which is 800 bytes, but it holds 801");

    [Fact]
    public void RefusesACountThatOverflows() => Refused(Write(Idx(count: 0xFFFFFFFF, pixels: 10)), "announces 4294967295 images");

    [Fact]
    public void RefusesHalfAHeader() => Refused(Write(Idx(count: 1)[..15]), "less than the header's 16");

    [Fact]
    public void RefusesWhatIsNotGzip()
    {
        File.WriteAllBytes(folder.File("plain"), Idx(count: 1));
        Refused(folder.File("plain"), "not a gzip file");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void RefusesATruncatedDownload(double part)
    {
        var all = File.ReadAllBytes(FashionMnist.ShippedPath);
        var path = folder.File("cut.gz");
        File.WriteAllBytes(path, all[..(int)(all.Length * part)]);
        Refused(path, "");
    }

    [Fact]
    public void RefusesAChangedByte()
    {
        var all = File.ReadAllBytes(FashionMnist.ShippedPath);
        all[all.Length / 2] ^= 0x10;
        var path = folder.File("changed.gz");
        File.WriteAllBytes(path, all);
        Refused(path, "");
    }

    private static void Refused(string path, string reason)
    {
        var message = Assert.Throws<InvalidDataException>(() => FashionMnist.Load(path)).Message;
        Assert.StartsWith(path + " cannot be used: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Contains("git checkout", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static byte[] Idx(uint count, uint magic = 0x0803, uint rows = 28, int? pixels = null)
    {
        var bytes = new byte[16 + (pixels ?? ((int)count * Pixels))];
        uint[] header = [magic, count, rows, 28];
        for (var i = 0; i < header.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 * i), header[i]);
        return bytes;
    }

    private string Write(byte[] bytes)
    {
        var path = folder.File("images.gz");
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        gzip.Write(bytes);
        return path;
    }
}
