using Gan.Experiments.Pictures;

namespace Gan.Experiments.Tests.Reports;

public class GridLayoutTests
{
    // 35 million are 5916². 8 images of s pixels in a row, c times as large, are 8 (c s + 2) + 2 wide. 4114² is below 35 million and 8210² above; of 1024 pixels, 4 rows are 8210 · 4106 and 5 rows more;
    // of 2048, a row is 16402 · 2052; of 4096, two images are 8198 · 4100 and three more.
    [Theory]
    [InlineData(64, 28, 8, 8, 2)]
    [InlineData(64, 256, 8, 8, 2)]
    [InlineData(64, 368, 8, 8, 2)]
    [InlineData(64, 369, 8, 8, 1)]
    [InlineData(64, 512, 8, 8, 1)]
    [InlineData(64, 737, 8, 8, 1)]
    [InlineData(64, 738, 7, 8, 1)]
    [InlineData(64, 1024, 4, 8, 1)]
    [InlineData(32, 1024, 4, 8, 1)]
    [InlineData(64, 2048, 1, 8, 1)]
    [InlineData(64, 4096, 1, 2, 1)]
    [InlineData(64, 8188, 1, 1, 1)]
    [InlineData(3, 512, 1, 3, 2)]
    public void A_grid_is_as_large_as_it_may_be(long count, long side, long rows, long columns, int scale) =>
        Assert.Equal(new GridLayout(rows, columns, scale), GridLayout.Of(count, 8, side, side, scale: null));

    [Fact]
    public void Wide_and_high_images_have_their_own_layouts()
    {
        Assert.Equal(new GridLayout(8, 8, 2), GridLayout.Of(64, 8, 64, 1000, scale: null));
        Assert.Equal(new GridLayout(8, 8, 2), GridLayout.Of(64, 8, 1000, 64, scale: null));
        // 8 · 5002 + 2 by 8 · 102 + 2 is below 35 million, and twice as large it is not.
        Assert.Equal(new GridLayout(8, 8, 1), GridLayout.Of(64, 8, 100, 5000, scale: null));
    }

    [Fact]
    public void A_scale_that_is_asked_for_is_kept_or_refused()
    {
        Assert.Equal(new GridLayout(8, 8, 3), GridLayout.Of(64, 8, 256, 256, scale: 3));
        Assert.Contains("smaller scale", Assert.Throws<ArgumentException>(() => GridLayout.Of(64, 8, 512, 512, scale: 2)).Message);
        Assert.Contains("smaller scale", Assert.Throws<ArgumentException>(() => GridLayout.Of(1, 8, 512, 512, scale: int.MaxValue)).Message);
        Assert.Contains("too large for a picture", Assert.Throws<ArgumentException>(() => GridLayout.Of(64, 8, 8189, 8189, scale: null)).Message);
    }
}
