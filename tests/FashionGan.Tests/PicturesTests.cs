using SkiaSharp;
using static TorchSharp.torch;

namespace FashionGan.Tests;

public sealed class PicturesTests
{
    // 2 by 3 pixels, so that rows and columns cannot be mistaken for each other.
    private static Tensor Images(params float[] values) => tensor(values).reshape(-1, 1, 1, 1).expand(-1, 1, 2, 3);

    [Fact]
    public void ImagesFillRowsFromTheLeftWithAGapAroundEach()
    {
        using var scope = NewDisposeScope();
        var grid = Pictures.Grid(Images(1f, 0.2f, -0.2f, 0.6f), columns: 2);
        byte[] first = [0, 0, 255, 255, 255, 0, 0, 153, 153, 153, 0, 0];     // (0.2 + 1) * 127.5 = 153
        byte[] second = [0, 0, 102, 102, 102, 0, 0, 204, 204, 204, 0, 0];
        var black = new byte[12];
        byte[][] expected = [black, black, first, first, black, black, second, second, black, black];
        Assert.Equal([10, 12], grid.shape);
        Assert.Equal(expected.SelectMany(row => row), grid.data<byte>().ToArray());
    }

    [Fact]
    public void AnIncompleteLastRowEndsInBlack()
    {
        using var scope = NewDisposeScope();
        var grid = Pictures.Grid(Images(1f, 1f, 1f), columns: 2);
        Assert.Equal([10, 12], grid.shape);
        Assert.Equal(255, grid[6, 2].item<byte>());
        Assert.Equal(0, grid[6, 7].item<byte>());
    }

    [Fact]
    public void ValuesOutsideTheRangeAreClipped()
    {
        using var scope = NewDisposeScope();
        var grid = Pictures.Grid(Images(-3f, 3f), columns: 2);
        Assert.Equal((0, 255), (grid[2, 2].item<byte>(), grid[2, 7].item<byte>()));
    }

    [Fact]
    public void APngShowsTheGridThreeTimesAsLarge()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        Pictures.Save(folder.File("grid.png"), Images(1f, 0.2f), columns: 2);
        using var png = SKBitmap.Decode(folder.File("grid.png"));
        Assert.Equal((36, 18), (png.Width, png.Height));
        SKColor At(int row, int column) => png.GetPixel(column, row);
        Assert.Equal(SKColors.Black, At(5, 6));
        Assert.Equal(SKColors.White, At(6, 6));
        Assert.Equal(SKColors.White, At(11, 14));
        Assert.Equal(SKColors.Black, At(11, 15));
        Assert.Equal(new SKColor(153, 153, 153), At(6, 21));
    }

    [Fact]
    public void LeavesNoTensorBehind()
    {
        using var folder = new TemporaryFolder();
        using var images = zeros(4, 1, 28, 28);
        var before = Tensor.TotalCount;
        Pictures.Save(folder.File("grid.png"), images, columns: 2);
        Assert.Equal(before, Tensor.TotalCount);
    }
}
