using Gan.Experiments.Data.Images;
using SkiaSharp;

namespace Gan.Experiments.Tests.Data;

public sealed class PictureTests
{
    // Exif 2.3, tag 0x0112: which side of the picture the first row and the first column are.
    [Theory]
    [InlineData(1, "top", "left")]
    [InlineData(2, "top", "right")]
    [InlineData(3, "bottom", "right")]
    [InlineData(4, "bottom", "left")]
    [InlineData(5, "left", "top")]
    [InlineData(6, "right", "top")]
    [InlineData(7, "right", "bottom")]
    [InlineData(8, "left", "bottom")]
    public void TheEightOrientations(int orientation, string firstRow, string firstColumn)
    {
        const int Rows = 2, Columns = 3;
        var pixels = new byte[4 * Rows * Columns];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(i % 4 == 3 ? 255 : i);
        var image = new RgbaImage(pixels, Columns, Rows, (SKEncodedOrigin)orientation);
        var lying = firstRow is "left" or "right";
        Assert.Equal(lying ? (Rows, Columns) : (Columns, Rows), (image.Width, image.Height));
        var plane = image.Plane(0, SKRectI.Create(image.Width, image.Height));
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                int x = 0, y = 0;
                Place(firstRow, row, Rows, ref x, ref y);
                Place(firstColumn, column, Columns, ref x, ref y);
                Assert.Equal(4 * ((row * Columns) + column), plane[(y * image.Width) + x]);
            }
        }
    }

    [Fact]
    public void APartOfAPlaneIsThatPart()
    {
        var image = new RgbaImage([.. Enumerable.Range(0, 9).SelectMany(i => new byte[] { 0, (byte)i, 0, 255 })], 3, 3, SKEncodedOrigin.TopLeft);
        Assert.Equal([5, 8], image.Plane(1, SKRectI.Create(2, 1, 1, 2)));
    }

    [Fact]
    public void HalfTransparentIsHalfWhite()
    {
        var image = new RgbaImage([100, 0, 0, 51], 1, 1, SKEncodedOrigin.TopLeft);
        Assert.Equal(224, image.Plane(0, SKRectI.Create(1, 1))[0], 1e-4);       // 0.2 · 100 + 0.8 · 255
    }

    [Theory]
    [InlineData(8, 6, 8, 6)]
    [InlineData(8, 6, 3, 2)]
    [InlineData(8, 6, 5, 6)]
    [InlineData(2, 3, 7, 11)]
    [InlineData(1, 1, 4, 4)]
    [InlineData(9, 9, 1, 1)]
    public void APlainPlaneStaysPlain(int height, int width, int newHeight, int newWidth)
    {
        var resized = TriangleResize.Resize([.. Enumerable.Repeat(77f, height * width)], height, width, newHeight, newWidth);
        Assert.Equal(newHeight * newWidth, resized.Length);
        Assert.All(resized, value => Assert.Equal(77, value, 1e-4));
    }

    [Fact]
    public void ARampStaysARampAwayFromTheEdges()
    {
        // A symmetric filter keeps what is linear: pixel p of the source is 3 x + 5 y at its centre.
        var source = new float[24 * 16];
        for (var i = 0; i < source.Length; i++)
            source[i] = (3 * ((i % 16) + 0.5f)) + (5 * ((i / 16) + 0.5f));
        var resized = TriangleResize.Resize(source, 24, 16, 6, 8);
        for (var y = 1; y < 5; y++)
        {
            for (var x = 1; x < 7; x++)
                Assert.Equal((3 * (x + 0.5) * 2) + (5 * (y + 0.5) * 4), resized[(y * 8) + x], 1e-3);
        }
    }

    [Fact]
    public void HalvingWeighsByTheTriangle()
    {
        // Weights 1, 3, 3, 1 of eight; the edges lose one of them.
        var resized = TriangleResize.Resize([1, 10, 100, 1000, 10_000, 100_000], 1, 6, 1, 3);
        Assert.Equal((3 + 30 + 100) / 7.0, resized[0], 1e-3);
        Assert.Equal((10 + 300 + 3000 + 10_000) / 8.0, resized[1], 1e-2);
        Assert.Equal((1000 + 30_000 + 300_000) / 7.0, resized[2], 1e-1);
    }

    private static void Place(string side, int index, int count, ref int x, ref int y)
    {
        switch (side)
        {
            case "left":
                x = index;
                break;
            case "right":
                x = count - 1 - index;
                break;
            case "top":
                y = index;
                break;
            default:
                y = count - 1 - index;
                break;
        }
    }
}
