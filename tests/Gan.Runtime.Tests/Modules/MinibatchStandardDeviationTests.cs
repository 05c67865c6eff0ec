using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Modules;

public class MinibatchStandardDeviationTests
{
    // Four samples of 2 channels. In groups of 2, samples 0 and 2 are one group, 1 and 3 the other.
    private static readonly double[,] Samples = { { 1, 10 }, { 5, 0 }, { 3, 18 }, { 5, 8 } };

    [Fact]
    public void Groups_are_interleaved_and_channels_averaged()
    {
        // Deviations: group 0 has 1 and 4, group 1 has 0 and 4.
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation(groupSize: 2);
        var y = layer.call(tensor(Samples));
        Numbers.AssertEqual([1, 10, 2.5, 5, 0, 2, 3, 18, 2.5, 5, 8, 2], y, 1e-4);
    }

    [Fact]
    public void Each_new_channel_has_its_block()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation(groupSize: 2, channels: 2);
        Numbers.AssertEqual([1, 10, 1, 4, 5, 0, 0, 4, 3, 18, 1, 4, 5, 8, 0, 4], layer.call(tensor(Samples)), 2e-4);
    }

    [Fact]
    public void Without_a_group_size_the_batch_is_one_group()
    {
        // Channel 0: mean 3.5, variance 2.75. Channel 1: mean 9, variance 41.
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation(groupSize: null);
        var added = layer.call(tensor(Samples)).narrow(1, 2, 1);
        Numbers.AssertEqual(Enumerable.Repeat((Math.Sqrt(2.75) + Math.Sqrt(41)) / 2, 4).ToArray(), added, 1e-8);
    }

    [Fact]
    public void A_small_batch_is_one_group_and_maps_are_averaged_over_their_pixels()
    {
        // Two samples whose pixels differ by 2 and 6: the deviations 1 and 3.
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation(groupSize: 4);
        var y = layer.call(tensor(new double[] { 0, 0, 2, 6 }).reshape(2, 1, 1, 2));
        Assert.Equal([2, 2, 1, 2], y.shape);
        Numbers.AssertEqual([0, 0, 2, 2, 2, 6, 2, 2], y, 1e-7);
    }

    [Fact]
    public void Equal_samples_have_a_finite_gradient()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation();
        var x = ones(4, 2, 3, dtype: ScalarType.Float64).requires_grad_(true);
        var y = layer.call(x);
        y.sum().backward();
        Numbers.AssertEqual(Enumerable.Repeat(1e-4, 12).ToArray(), y.narrow(1, 2, 1), 1e-12);
        Numbers.AssertEqual(Enumerable.Repeat(1.0, 24).ToArray(), x.grad!, 1e-12);
    }

    [Fact]
    public void Half_types_are_computed_in_float32()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation();
        var y = layer.call(tensor(new float[,] { { 0 }, { 1000 } }).to(ScalarType.Float16));
        Assert.Equal(ScalarType.Float16, y.dtype);
        Numbers.AssertEqual([0, 500, 1000, 500], y, 0);
    }

    [Fact]
    public void It_has_no_state_and_leaks_nothing()
    {
        using var layer = new MinibatchStandardDeviation();
        Assert.Empty(layer.state_dict());
        Live.AssertUnchanged(() =>
        {
            using var x = ones(4, 3, 2, 2);
            using var y = layer.call(x);
        });
    }

    [Fact]
    public void Sizes_that_do_not_divide_are_refused()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation(groupSize: 4, channels: 2);
        Assert.Contains("groups of 4", Assert.Throws<ArgumentException>("input", () => layer.call(ones(6, 2))).Message);
        Assert.Contains("2 equal blocks", Assert.Throws<ArgumentException>("input", () => layer.call(ones(4, 3))).Message);
        Assert.Throws<ArgumentException>("input", () => layer.call(ones(4)));
        Assert.Throws<ArgumentOutOfRangeException>("groupSize", () => new MinibatchStandardDeviation(0));
        Assert.Throws<ArgumentOutOfRangeException>("channels", () => new MinibatchStandardDeviation(4, 0));
    }
}
