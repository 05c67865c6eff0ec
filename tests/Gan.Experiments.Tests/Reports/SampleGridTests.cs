using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Reports;

public class SampleGridTests
{
    [Fact]
    public void Each_pixel_becomes_a_square_and_each_image_has_a_gap_around_it()
    {
        // Three images of one row of two pixels, two in a row of the grid, three times as large.
        using var images = tensor([-1f, 1f, 0f, -0.5f, 2f, -3f]).reshape(3, 1, 1, 2);
        using var grid = new DecodedImage(SampleGrid.Png(images, columns: 2, scale: 3));
        Assert.Equal((2 + (2 * (6 + 2)), 2 + (2 * (3 + 2))), grid.Size);
        // (value + 1) * 127.5 rounded half to even, and cut off outside [-1, 1].
        (int Column, int Row, int Left, int Right)[] expected = [(0, 0, 0, 255), (1, 0, 128, 64), (0, 1, 255, 0), (1, 1, 0, 0)];
        for (var y = 0; y < grid.Size.Height; y++)
        {
            for (var x = 0; x < grid.Size.Width; x++)
            {
                var (column, inX, row, inY) = ((x - 2) / 8, (x + 6) % 8, (y - 2) / 5, (y + 3) % 5);
                var isGap = x < 2 || y < 2 || inX >= 6 || inY >= 3;
                var cell = isGap ? default : expected.Single(cell => cell.Column == column && cell.Row == row);
                var grey = isGap ? 0 : inX < 3 ? cell.Left : cell.Right;
                Assert.Equal((grey, grey, grey), grid[x, y]);
            }
        }
    }

    [Fact]
    public void Large_images_are_drawn_as_they_are()
    {
        // A run's grid of 512 by 512: 8 by 8 images with 2 pixels around each.
        using var values = linspace(-1, 1, 64).reshape(64, 1, 1, 1);
        using var images = values.expand(64, 1, 512, 512);
        using var grid = new DecodedImage(SampleGrid.Png(images));
        Assert.Equal((4114, 4114), grid.Size);
        Assert.Equal((0, 0, 0), grid[1, 1]);
        Assert.Equal((255, 255, 255), grid[4111, 4111]);
    }

    [Fact]
    public void Of_images_larger_still_the_first_rows_are_drawn()
    {
        using var values = linspace(-1, 1, 40).reshape(40, 1, 1, 1);
        using var images = values.expand(40, 1, 1024, 1024);
        using var grid = new DecodedImage(SampleGrid.Png(images));
        Assert.Equal((8210, 4106), grid.Size);
        // The last of 32 images of 40: -1 + 2 · 31/39.
        var grey = (int)Math.Round(31 / 39.0 * 255);
        Assert.Equal((grey, grey, grey), grid[8207, 4103]);
    }

    [Fact]
    public void Colours_keep_their_channels()
    {
        using var image = tensor([1f, -1f, 0.2f]).reshape(1, 3, 1, 1);
        using var grid = new DecodedImage(SampleGrid.Png(image, columns: 8, scale: 1));
        Assert.Equal((5, 5), grid.Size);
        Assert.Equal((255, 0, 153), grid[2, 2]);
        Assert.Equal((0, 0, 0), grid[3, 2]);
    }

    [Fact]
    public void Points_are_scattered_in_blue_and_modes_marked_in_red()
    {
        using var points = tensor([0f, 0f, 1f, 1f, -1f, 2f]).reshape(3, 2);
        using var plain = new DecodedImage(SampleGrid.Png(points));
        using var marked = new DecodedImage(SampleGrid.Png(points, modes: [(3, 3)]));
        Assert.True(plain.Count(IsBlue) > 10);
        Assert.Equal(0, plain.Count(IsRed));
        Assert.True(marked.Count(IsBlue) > 10);
        Assert.True(marked.Count(IsRed) > 5);

        static bool IsBlue((int R, int G, int B) pixel) => pixel.B > pixel.R + 40;
        static bool IsRed((int R, int G, int B) pixel) => pixel.R > pixel.B + 100;
    }

    [Fact]
    public void The_same_samples_give_the_same_bytes_and_leave_no_tensor()
    {
        using var images = linspace(-1, 1, 2 * 3 * 16).reshape(2, 3, 4, 4);
        using var points = linspace(-1, 1, 20).reshape(10, 2);
        Assert.Equal(SampleGrid.Png(images), SampleGrid.Png(images));
        Assert.Equal(SampleGrid.Png(points), SampleGrid.Png(points));
        Live.AssertUnchanged(() => SampleGrid.Png(images));
        Live.AssertUnchanged(() => SampleGrid.Png(points));
    }

    [Fact]
    public void What_cannot_be_drawn_is_told()
    {
        Assert.Throws<ArgumentNullException>(() => SampleGrid.Png(null!));
        using var scope = NewDisposeScope();
        Assert.Contains("[2, 2, 4, 4]", Assert.Throws<ArgumentException>(() => SampleGrid.Png(zeros(2, 2, 4, 4))).Message);
        Assert.Throws<ArgumentException>(() => SampleGrid.Png(zeros(0, 1, 4, 4)));
        Assert.Throws<ArgumentException>(() => SampleGrid.Png(zeros(4, 3)));
        Assert.Throws<ArgumentException>(() => SampleGrid.Png(zeros(1, 1, 4, 4), modes: [(0, 0)]));
        Assert.Throws<ArgumentException>(() => SampleGrid.Png(zeros(1, 1, 4, 4, dtype: ScalarType.Int64)));
        Assert.Contains("not finite", Assert.Throws<ArgumentException>(() => SampleGrid.Png(full([1, 1, 4, 4], float.NaN))).Message);
        Assert.Contains("smaller scale", Assert.Throws<ArgumentException>(() => SampleGrid.Png(zeros(1, 1, 64, 64), scale: 1000)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleGrid.Png(zeros(1, 1, 4, 4), columns: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleGrid.Png(zeros(1, 1, 4, 4), scale: 0));
    }
}
