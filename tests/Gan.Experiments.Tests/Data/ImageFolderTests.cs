using Gan.Experiments.Tests.Support;
using SkiaSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Data;

public sealed class ImageFolderTests : IDisposable
{
    private static readonly ImageFormat TwoByTwo = new(2, 2);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void PixelsKeepTheirPlaceAndChannel()
    {
        Write("a.png", PictureFiles.Encode(2, 2, (x, y) => new SKColor((byte)(51 * x), (byte)(102 * y), 255)));
        using var data = new ImageFolder(folder.Path, TwoByTwo);
        Assert.Equal([3, 2, 2], data.SampleShape);
        Assert.True(data.IsImages);
        Near([-1, -0.6, -1, -0.6, -1, -1, -0.2, -0.2, 1, 1, 1, 1], SampleValues.Of(data, 0));
        Assert.Null(data.Labels([0]));
        Assert.Equal(Path.GetFileName(folder.Path), data.Name);
    }

    [Fact]
    public void GreyIsTheLuma()
    {
        Write("a.png", PictureFiles.Encode(2, 2, (x, y) => (x, y) switch { (0, 0) => new(255, 0, 0), (1, 0) => new(0, 255, 0), (0, 1) => new(0, 0, 255), _ => new(200, 200, 200) }));
        using var data = new ImageFolder(folder.Path, TwoByTwo with { Colour = ImageColour.Grey });
        Assert.Equal([1, 2, 2], data.SampleShape);
        // 0.299, 0.587 and 0.114 of 255 are 76.2, 149.7 and 29.1.
        Near([(76 / 127.5) - 1, (150 / 127.5) - 1, (29 / 127.5) - 1, (200 / 127.5) - 1], SampleValues.Of(data, 0));
    }

    [Fact]
    public void TransparentPartsAreWhite()
    {
        Write("a.png", PictureFiles.Encode(2, 2, (x, _) => new SKColor(0, 0, 0, (byte)(x == 0 ? 0 : 255))));
        using var data = new ImageFolder(folder.Path, TwoByTwo with { Colour = ImageColour.Grey });
        Near([1, -1, 1, -1], SampleValues.Of(data, 0));
    }

    [Fact]
    public void SubFoldersAreClassesInOrdinalOrder()
    {
        Write("b/2.png", Grey(40));
        Write("b/10.PNG", Grey(30));
        Write("Z/x.jpeg", PictureFiles.Encode(2, 2, (_, _) => new SKColor(10, 10, 10), SKEncodedImageFormat.Jpeg));
        Write("a/1.jpg", PictureFiles.Encode(2, 2, (_, _) => new SKColor(20, 20, 20), SKEncodedImageFormat.Jpeg));
        Write(".hidden/1.png", Grey(99));
        Write("a/.DS_Store", [0]);
        using var data = new ImageFolder(folder.Path, TwoByTwo);
        Assert.Equal(["Z", "a", "b"], data.Classes);
        Assert.Equal([0, 1, 2, 2], SampleValues.Labels(data));
        Assert.Equal([10, 20, 30, 40], Enumerable.Range(0, 4).Select(i => Math.Round((SampleValues.Of(data, i)[0] + 1) * 127.5)));
        Assert.Empty(data.Skipped);
    }

    // Four columns. Cropped: the middle two. Stretched by two: the weights are 1, 3, 3, 1, of which an edge cuts off a 1: (3·45 + 3·10 + 190) / 7 and (10 + 3·190 + 3·165) / 7, rounded.
    [Theory]
    [InlineData(ImageFit.Crop, 10, 190)]
    [InlineData(ImageFit.Stretch, 51, 154)]
    public void OtherProportionsAreCroppedOrStretched(ImageFit fit, int left, int right)
    {
        byte[] columns = [45, 10, 190, 165];
        Write("a.png", PictureFiles.Encode(4, 2, (x, _) => new SKColor(columns[x], columns[x], columns[x])));
        using var data = new ImageFolder(folder.Path, TwoByTwo with { Colour = ImageColour.Grey, Fit = fit });
        Assert.Equal([left, right, left, right], SampleValues.Of(data, 0).Select(value => (int)Math.Round((value + 1) * 127.5)));
    }

    [Fact]
    public void SmallImagesAreBadUnlessEnlarged()
    {
        var path = Write("a.png", PictureFiles.Plain(2, 1, new SKColor(100, 100, 100)));
        var message = Assert.Throws<InvalidDataException>(() => new ImageFolder(folder.Path, TwoByTwo)).Message;
        Assert.StartsWith($"{path}: it is 2 wide and 1 high, too small for 2 by 2", message, StringComparison.Ordinal);
        using var data = new ImageFolder(folder.Path, new ImageFormat(4, 4) { Enlarge = true, Colour = ImageColour.Grey });
        Near([.. Enumerable.Repeat((100 / 127.5) - 1, 16)], SampleValues.Of(data, 0));
    }

    [Fact]
    public void JpegsAreTurnedUpright()
    {
        // Black left, white right, stored on its side: the first row is the picture's right side, the first column its top.
        var jpeg = PictureFiles.Encode(32, 16, (x, _) => x < 16 ? SKColors.Black : SKColors.White, SKEncodedImageFormat.Jpeg);
        Write("a.jpg", PictureFiles.Turned(jpeg, 6));
        using var data = new ImageFolder(folder.Path, new ImageFormat(32, 16) { Colour = ImageColour.Grey });
        var pixels = SampleValues.Of(data, 0);
        Assert.All(pixels[..(15 * 16)], value => Assert.InRange(value, -1, -0.9));
        Assert.All(pixels[(17 * 16)..], value => Assert.InRange(value, 0.9, 1));
    }

    [Fact]
    public void DecodingIsTheSameEachTime()
    {
        for (var i = 0; i < 20; i++)
            Write($"{i}.jpg", PictureFiles.Encode(13, 11, (x, y) => new SKColor((byte)(x * y), (byte)(i * x), (byte)(17 * y)), SKEncodedImageFormat.Jpeg));
        using var first = new ImageFolder(folder.Path, new ImageFormat(5, 7));
        using var second = new ImageFolder(folder.Path, new ImageFormat(5, 7));
        int[] all = [.. Enumerable.Range(0, 20)];
        Assert.Equal(SampleValues.Of(first, all), SampleValues.Of(second, all));
        Assert.Equal(20, all.Select(i => SampleValues.Of(first, i).Sum()).Distinct().Count());
    }

    [Fact]
    public void LeavesNoTensorBehind()
    {
        Write("a/1.png", Grey(1));
        Live.AssertUnchanged(() =>
        {
            using var data = new ImageFolder(folder.Path, TwoByTwo);
            using var scope = NewDisposeScope();
            data.Samples([0, 0]);
            data.Labels([0]);
        });
    }

    private static void Near(double[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-6);
    }

    private static byte[] Grey(byte value) => PictureFiles.Plain(2, 2, new SKColor(value, value, value));

    private string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.WriteAllBytes(folder.File(name), bytes);
        return folder.File(name);
    }
}
