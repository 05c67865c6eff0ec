using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Modules;

public class PixelNormTests
{
    [Fact]
    public void Each_pixel_is_divided_by_the_root_mean_square_of_its_channels()
    {
        // Two pixels with the channels (3, 4) and (0, 2): the mean squares are 12.5 and 2.
        using var scope = NewDisposeScope();
        using var norm = new PixelNorm();
        var x = tensor(new double[] { 3, 0, 4, 2 }).reshape(1, 2, 1, 2);
        var y = norm.call(x);
        Assert.Equal([1, 2, 1, 2], y.shape);
        Numbers.AssertEqual([3 / Math.Sqrt(12.5), 0, 4 / Math.Sqrt(12.5), 2 / Math.Sqrt(2)], y, 1e-8);
    }

    [Fact]
    public void Epsilon_keeps_zeros_and_their_gradient_finite()
    {
        // At 0 the derivative is 1 / sqrt(epsilon).
        using var scope = NewDisposeScope();
        using var norm = new PixelNorm(0.25);
        var x = zeros(1, 2, dtype: ScalarType.Float64).requires_grad_(true);
        var y = norm.call(x);
        y.sum().backward();
        Numbers.AssertEqual([0, 0], y, 0);
        Numbers.AssertEqual([2, 2], x.grad!, 1e-12);
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    public void Half_types_are_computed_in_float32(ScalarType type)
    {
        // 300^2 is beyond float16.
        using var scope = NewDisposeScope();
        using var norm = new PixelNorm();
        var y = norm.call(full([1, 4], 300, dtype: type));
        Assert.Equal(type, y.dtype);
        Numbers.AssertEqual([1, 1, 1, 1], y, 0);
    }

    [Fact]
    public void It_has_no_state_and_leaks_nothing()
    {
        using var norm = new PixelNorm();
        Assert.Empty(norm.state_dict());
        Live.AssertUnchanged(() =>
        {
            using var x = ones(2, 3);
            using var y = norm.call(x);
        });
    }

    [Fact]
    public void What_has_no_channels_is_refused()
    {
        using var scope = NewDisposeScope();
        using var norm = new PixelNorm();
        Assert.Throws<ArgumentException>("input", () => norm.call(ones(3)));
        Assert.Throws<ArgumentException>("input", () => norm.call(ones(3, 0)));
        Assert.Throws<ArgumentException>("input", () => norm.call(ones(3, 2, dtype: ScalarType.Int64)));
        Assert.Throws<ArgumentNullException>("input", () => norm.call(null!));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new PixelNorm(0));
    }
}
