using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Data;

public sealed class IdxImagesTests : IDisposable
{
    private const string ImageFile = "data/t10k-images-idx3-ubyte.gz";
    private const string LabelFile = "data/t10k-labels-idx1-ubyte.gz";
    private static readonly uint[] Header = [IdxBytes.ImagesMagic, 2, 3, 2];      // two images, three rows, two columns
    private static readonly byte[] Pixels = [0, 255, 51, 102, 153, 204, 1, 2, 3, 4, 5, 6];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // The sums were computed from the files by a Python script, pixel by pixel.
    [Fact]
    public void TheShippedSetHasTheSumsOfItsFiles()
    {
        using var data = new FashionMnist();
        Assert.Equal((10_000, "FashionMnist"), (data.Count, data.Name));
        Assert.Equal([1, 28, 28], data.SampleShape);
        Assert.True(data.IsImages);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], data.Classes);
        Assert.Empty(data.Skipped);
        Assert.Equal([33_456, 100_994, 51_520, 27_552, 24_390], new[] { 0, 1, 2, 4999, 9999 }.Select(i => PixelSum(SampleValues.Of(data, i))));
        Assert.Equal(573_469_082, Enumerable.Range(0, 10).Sum(i => PixelSum(SampleValues.Of(data, [.. Enumerable.Range(1000 * i, 1000)]))));
        Assert.Equal([3, 1, 7, 37, 1], new[] { 215, 216, 219, 221, 237 }.Select(pixel => Pixel(SampleValues.Of(data, 0)[pixel])));
    }

    [Fact]
    public void TheShippedLabelsAreTheirImages()
    {
        using var data = new FashionMnist();
        var labels = SampleValues.Labels(data);
        Assert.Equal([9, 2, 1, 1, 6, 1, 4, 6, 5, 7], labels[..10]);
        Assert.Equal([9, 1, 8, 1, 5], labels[^5..]);
        long[] sums = [65_560_947, 44_673_424, 74_756_497, 52_053_693, 78_200_152, 27_249_748, 66_528_996, 33_727_518, 70_668_932, 60_049_175];
        for (var label = 0; label < sums.Length; label++)
        {
            int[] indices = [.. Enumerable.Range(0, data.Count).Where(i => labels[i] == label)];
            Assert.Equal(1000, indices.Length);
            Assert.Equal(sums[label], PixelSum(SampleValues.Of(data, indices)));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void PixelsKeepTheirPlaceAndMapToMinusOneToOne(bool gzip)
    {
        var bytes = IdxBytes.Of(Header, Pixels);
        using var data = new IdxImages(Write("images", gzip ? IdxBytes.Gzip(bytes) : bytes));
        using var samples = data.Samples([1, 0, 1]);
        Assert.Equal([3, 1, 3, 2], samples.shape);
        Assert.Equal((ScalarType.Float32, false), (samples.dtype, samples.requires_grad));
        Assert.Equal(-1f, samples[1, 0, 0, 0].item<float>());
        Assert.Equal(1f, samples[1, 0, 0, 1].item<float>());
        Assert.Equal(-0.6f, samples[1, 0, 1, 0].item<float>(), 1e-6f);     // 51 / 127.5 - 1
        Assert.Equal(0.6f, samples[1, 0, 2, 1].item<float>(), 1e-6f);
        Assert.Equal((1 / 127.5f) - 1, samples[2, 0, 0, 0].item<float>(), 1e-6f);
        Assert.Null(data.Labels([0]));
        Assert.Empty(data.Classes);
        Assert.Equal("images", data.Name);
    }

    [Fact]
    public void LabelsHaveTheirNames()
    {
        using var data = new IdxImages(Write("images", IdxBytes.Of(Header, Pixels)), Write("labels", IdxBytes.Of([IdxBytes.LabelsMagic, 2], 2, 0)), ["shirt", "bag", "boot"]);
        Assert.Equal(["shirt", "bag", "boot"], data.Classes);
        Assert.Equal([2, 0], SampleValues.Labels(data));
    }

    [Fact]
    public void RefusesNamesThatDoNotFit()
    {
        var images = Write("images", IdxBytes.Of(Header, Pixels));
        var labels = Write("labels", IdxBytes.Of([IdxBytes.LabelsMagic, 2], 0, 3));
        Assert.Contains($"{labels} cannot be used: label 1 is 3, but the classes' names end at 2", Message<InvalidDataException>(() => new IdxImages(images, labels, ["a", "b", "c"])), StringComparison.Ordinal);
        Assert.Contains("Name each class", Message<ArgumentException>(() => new IdxImages(images, labels, [])), StringComparison.Ordinal);
        Assert.Contains("Name each class", Message<ArgumentException>(() => new IdxImages(images, labels, ["a", " "])), StringComparison.Ordinal);
        Assert.Contains("pass the file of the labels", Message<ArgumentException>(() => new IdxImages(images, classes: ["a"])), StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesOtherNumbersOfLabels()
    {
        var images = Write("images", IdxBytes.Of(Header, Pixels));
        var labels = Write("labels", IdxBytes.Of([IdxBytes.LabelsMagic, 3], 0, 1, 2));
        Assert.Contains($"{labels} cannot be used: it holds 3 labels, but {images} holds 2 images", Message<InvalidDataException>(() => new IdxImages(images, labels)), StringComparison.Ordinal);
    }

    [Fact]
    public void SaysWhereAMissingFileWasLookedFor()
    {
        var message = Message<FileNotFoundException>(() => new IdxImages("data/none.gz"));
        Assert.Contains(Path.Combine(AppContext.BaseDirectory, "data/none.gz"), message, StringComparison.Ordinal);
        Assert.Contains("the program's folder first, and then in the current folder", message, StringComparison.Ordinal);
        Assert.Contains(folder.File("none"), Message<FileNotFoundException>(() => new IdxImages(folder.File("none"))), StringComparison.Ordinal);
        Assert.Contains("no file", Message<FileNotFoundException>(() => new IdxImages(folder.Path)), StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => new IdxImages(ImageFile, "data/none.gz"));
        Assert.Throws<ArgumentException>(() => new IdxImages(" "));
        Assert.Throws<ArgumentNullException>(() => new IdxImages(null!));
    }

    [Fact]
    public void FindsAFileInTheCurrentFolder()
    {
        Write("here-only", IdxBytes.Of(Header, Pixels));
        var current = Directory.GetCurrentDirectory();
        try
        {
            Directory.SetCurrentDirectory(folder.Path);
            using var data = new IdxImages("here-only");
            Assert.Equal(2, data.Count);
        }
        finally
        {
            Directory.SetCurrentDirectory(current);
        }
    }

    [Fact]
    public void RefusesNumbersOutOfRange()
    {
        using var data = new IdxImages(Write("images", IdxBytes.Of(Header, Pixels)));
        Assert.Contains("has the samples 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => data.Samples([0, 2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Samples([-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Labels([2]));
        using var none = data.Samples([]);
        Assert.Equal([0, 1, 3, 2], none.shape);
    }

    [Fact]
    public void LeavesNoTensorBehind() => Live.AssertUnchanged(() =>
    {
        using var data = new FashionMnist();
        using (NewDisposeScope())
        {
            data.Samples([1, 2]);
            data.Labels([1, 2]);
            Assert.Throws<ArgumentOutOfRangeException>(() => data.Samples([10_000]));
        }
    });

    [Fact]
    public void IsOfNoUseAfterDispose()
    {
        var data = new IdxImages(Write("images", IdxBytes.Of(Header, Pixels)));
        data.Dispose();
        data.Dispose();
        Assert.Throws<ObjectDisposedException>(() => data.Samples([0]));
        Assert.Throws<ObjectDisposedException>(() => data.Labels([0]));
    }

    private static long PixelSum(float[] values) => values.Sum(value => (long)Pixel(value));

    private static int Pixel(float value) => (int)Math.Round((value + 1) * 127.5);

    private static string Message<T>(Func<object> make)
        where T : Exception => Assert.Throws<T>(make).Message;

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(folder.File(name), bytes);
        return folder.File(name);
    }

    private sealed class FashionMnist() : IdxImages(ImageFile, LabelFile);
}
