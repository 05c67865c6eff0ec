using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Modules;

/// <summary>CycleGAN's pool of images, and historical averaging.</summary>
public class ImagePoolTests
{
    [Fact]
    public void Until_it_is_full_it_returns_what_it_gets()
    {
        using var scope = NewDisposeScope();
        using var pool = new ImagePool([1], capacity: 4);
        Assert.Equal([0f, 1, 2], Floats(pool.call(arange(3, dtype: ScalarType.Float32).reshape(3, 1))));
        Assert.Equal(3, pool.Count);
        Assert.Equal(9f, Floats(pool.call(full([1, 1], 9f)))[0]);
        Assert.Equal(4, pool.Count);
    }

    /// <summary>Each image leaves once: what comes out is a new one or one that went in before, and in half of the cases an earlier one.</summary>
    [Fact]
    public void After_that_half_of_the_images_are_earlier_ones()
    {
        using var scope = NewDisposeScope();
        using var pool = new ImagePool([1], capacity: 50, seed: 7);
        var seen = new List<float>();
        var exchanged = 0;
        for (var batch = 0; batch < 500; batch++)
        {
            var images = arange(batch * 8, (batch + 1) * 8, dtype: ScalarType.Float32);
            var got = Floats(pool.call(images.reshape(8, 1)));
            exchanged += got.Where((image, i) => image != (batch * 8) + i).Count();
            seen.AddRange(got);
        }

        Assert.Equal(0.5, exchanged / (4000.0 - 50), 0.03);
        var later = seen.Skip(50).Where(static image => image >= 50).ToArray();
        Assert.Equal(later.Length, later.Distinct().Count());
        Assert.True(seen.Where((image, i) => image < i - 8).Count() > 1000);
    }

    [Fact]
    public void A_saved_pool_goes_on_in_the_same_way()
    {
        using var scope = NewDisposeScope();
        using var pool = new ImagePool([2], capacity: 3, seed: 1);
        using var other = new ImagePool([2], capacity: 3, seed: 99);
        for (var i = 0; i < 5; i++)
            pool.call(full([2, 2], (float)i));
        other.load_state_dict(pool.state_dict());
        for (var i = 0; i < 20; i++)
            Assert.Equal(Floats(pool.call(full([2, 2], 100f + i))), Floats(other.call(full([2, 2], 100f + i))));
        Assert.Equal(3, other.Count);
    }

    [Fact]
    public void It_detaches_copies_and_leaks_nothing()
    {
        using var images = ones(2, 3).requires_grad_(true);
        using var pool = new ImagePool([3], capacity: 1);
        Live.AssertUnchanged(() =>
        {
            using var got = pool.call(images);
            Assert.False(got.requires_grad);
        });
    }

    [Fact]
    public void Other_images_are_refused()
    {
        using var scope = NewDisposeScope();
        using var pool = new ImagePool([3, 4, 4]);
        Assert.Equal("input", Assert.Throws<ArgumentException>(() => pool.call(ones(2, 3, 4, 5))).ParamName);
        Assert.Throws<ArgumentException>(() => pool.call(ones(2, 3, 4, 4, dtype: ScalarType.Float64)));
        Assert.Throws<ArgumentException>(() => pool.call(zeros(0, 3, 4, 4)));
        Assert.Throws<ArgumentException>(() => new ImagePool([]));
        Assert.Throws<ArgumentException>(() => new ImagePool([3, 0]));
        Assert.Throws<ArgumentException>(() => new ImagePool([3], type: ScalarType.Int64));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImagePool([3], capacity: 0));
        Assert.Equal(50, pool.state_dict()["images"].shape[0]);
        pool.Dispose();
        Assert.Throws<ObjectDisposedException>(() => pool.Count);
    }

    /// <summary>The weights 1, 2 and 6 have the means 1, 1.5 and 3: from 6 it is 9 away, with the gradient 2·3.</summary>
    [Fact]
    public void A_historical_average_is_the_mean_over_all_steps()
    {
        using var scope = NewDisposeScope();
        using var network = new FunctionNet(tensor([1.0, 10.0]), static (x, w) => x.mul(w));
        using var average = new ExponentialMovingAverage(network, AverageDecay.Historical());
        foreach (var weight in new[] { 1.0, 2, 6 })
        {
            using (no_grad())
                network.Weight.copy_(tensor([weight, 10.0]));
            average.Update(network);
        }

        var distance = average.Distance(network);
        Assert.Equal(9, distance.item<double>(), 1e-12);
        distance.backward();
        Assert.Equal([6, 0], network.Gradient);
        using var other = nn.Linear(2, 2);
        Assert.Throws<ArgumentException>(() => average.Distance(other));
    }

    private static float[] Floats(Tensor tensor) => tensor.flatten().data<float>().ToArray();
}
