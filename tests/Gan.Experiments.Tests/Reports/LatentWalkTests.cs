using Gan.Experiments.Pictures;
using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Reports;

public class LatentWalkTests
{
    [Fact]
    public void A_quarter_turn_goes_by_equal_angles()
    {
        using var from = tensor([2f, 0f]).reshape(1, 2);
        using var to = tensor([0f, 2f]).reshape(1, 2);
        using var walk = LatentWalk.Latents(from, to, 4);
        Assert.Equal([4, 2], walk.shape);
        var values = walk.data<float>().ToArray();
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(2 * Math.Cos(i * Math.PI / 6), values[2 * i], 1e-6);
            Assert.Equal(2 * Math.Sin(i * Math.PI / 6), values[(2 * i) + 1], 1e-6);
        }
    }

    [Fact]
    public void Each_walk_has_its_own_angle_and_keeps_the_shape()
    {
        using var from = tensor([1f, 0, 0, 0, 1, 0, 0, 0]).reshape(2, 4, 1);
        using var to = tensor([1f, 1, 0, 0, 0, 0, 3, 0]).reshape(2, 4, 1);
        using var walk = LatentWalk.Latents(from, to, 3);
        Assert.Equal([6, 4, 1], walk.shape);
        // Half of 45° from (1, 0) to (1, 1): sin 22.5° / sin 45° times their sum; half of 90° to a length of 3.
        var (a, b) = (Math.Sin(Math.PI / 8) / Math.Sin(Math.PI / 4), Math.Sqrt(0.5));
        float[] expected = [1, 0, 0, 0, (float)(2 * a), (float)a, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, (float)b, 0, (float)(3 * b), 0, 0, 0, 3, 0];
        Assert.Equal(expected, walk.data<float>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-6);
    }

    [Theory]
    [InlineData(1f, 1f, 2f, 2f)]
    [InlineData(1f, 1f, 1f, 1f)]
    [InlineData(1f, 2f, -1f, -2f)]
    [InlineData(0f, 0f, 1f, 2f)]
    [InlineData(1f, 2f, 0f, 0f)]
    [InlineData(0f, 0f, 0f, 0f)]
    public void Where_there_is_no_circle_there_is_a_line(float x0, float y0, float x1, float y1)
    {
        using var from = tensor([x0, y0]).reshape(1, 2);
        using var to = tensor([x1, y1]).reshape(1, 2);
        using var walk = LatentWalk.Latents(from, to, 3);
        var values = walk.data<float>().ToArray();
        Assert.All(values, value => Assert.True(float.IsFinite(value)));
        Assert.Equal([x0, y0], values[..2]);
        Assert.Equal([x1, y1], values[4..]);
        Assert.Equal([(x0 + x1) / 2, (y0 + y1) / 2], values[2..4], (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void A_row_of_the_picture_is_a_walk()
    {
        using var from = tensor([1f, 0f]).reshape(1, 2);
        using var to = tensor([0f, 1f]).reshape(1, 2);
        // A generator of one pixel, the first coordinate: cos 0°, 45° and 90°.
        using var grid = new DecodedImage(LatentWalk.Png(latents => latents[.., ..1].reshape(-1, 1, 1, 1), from, to, count: 3, scale: 1));
        Assert.Equal((11, 5), grid.Size);
        Assert.Equal([255, 218, 128], new[] { grid[2, 2].R, grid[5, 2].R, grid[8, 2].R });
    }

    [Fact]
    public void Nothing_is_left_and_bad_latents_are_told()
    {
        using var from = ones(2, 3);
        using var to = arange(6, ScalarType.Float32).reshape(2, 3);
        Live.AssertUnchanged(() => LatentWalk.Latents(from, to, 5).Dispose());
        Live.AssertUnchanged(() => LatentWalk.Png(latents => latents.reshape(-1, 3, 1, 1).tanh(), from, to));
        using var other = ones(3, 2);
        using var whole = ones(2, 3, dtype: ScalarType.Int64);
        Assert.Contains("[2, 3]", Assert.Throws<ArgumentException>(() => LatentWalk.Latents(from, other, 3)).Message);
        Assert.Throws<ArgumentException>(() => LatentWalk.Latents(whole, whole, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatentWalk.Latents(from, to, 1));
        Assert.Throws<ArgumentNullException>(() => LatentWalk.Latents(null!, to, 3));
    }
}
