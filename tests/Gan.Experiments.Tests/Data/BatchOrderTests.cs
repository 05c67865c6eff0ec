using Gan.Experiments.Data.Batches;

namespace Gan.Experiments.Tests.Data;

public sealed class BatchOrderTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(7, 7)]
    [InlineData(3, 7)]
    [InlineData(7, 3)]
    [InlineData(64, 1000)]
    [InlineData(100, 1)]
    public void EachEpochIsAPermutation(int batch, int count)
    {
        var order = new BatchOrder(5, batch, count);
        var stream = Enumerable.Range(0, (int)Math.Ceiling(20.0 * count / batch)).SelectMany(step => order.At(step)).ToArray();
        for (var epoch = 0; epoch < 20; epoch++)
            Assert.Equal(Enumerable.Range(0, count), stream[(epoch * count)..((epoch + 1) * count)].Order());
    }

    [Fact]
    public void AStepIsTheSameHoweverItIsReached()
    {
        var forward = new BatchOrder(5, 32, 100);
        int[][] batches = [.. Enumerable.Range(0, 30).Select(step => forward.At(step))];
        for (var step = 29; step >= 0; step--)
        {
            Assert.Equal(batches[step], forward.At(step));
            Assert.Equal(batches[step], new BatchOrder(5, 32, 100).At(step));
        }
    }

    [Fact]
    public void TheBatchSizeOnlyCutsTheStream()
    {
        var (one, seven) = (new BatchOrder(9, 1, 50), new BatchOrder(9, 7, 50));
        Assert.Equal(Enumerable.Range(0, 140).SelectMany(step => one.At(step)), Enumerable.Range(0, 20).SelectMany(step => seven.At(step)));
    }

    [Fact]
    public void SeedsAndEpochsDiffer()
    {
        int[] Epoch(long seed, int epoch) => new BatchOrder(seed, 100, 100).At(epoch);
        var orders = new[] { -1L, 0, 1, 2, long.MaxValue }.SelectMany(seed => Enumerable.Range(0, 5).Select(epoch => string.Join(',', Epoch(seed, epoch)))).ToArray();
        Assert.Equal(orders.Length, orders.Distinct().Count());
    }

    [Fact]
    public void AllPermutationsAreEquallyFrequent()
    {
        const int Epochs = 24_000;
        var order = new BatchOrder(1, 5, 5);
        var counts = Enumerable.Range(0, Epochs).GroupBy(epoch => string.Join(',', order.At(epoch))).Select(group => group.Count()).ToArray();
        Assert.Equal(120, counts.Length);
        var chiSquare = counts.Sum(count => Math.Pow(count - (Epochs / 120.0), 2) / (Epochs / 120.0));
        // 119 degrees of freedom: mean 119, standard deviation √238.
        Assert.InRange(chiSquare, 119 - (5 * Math.Sqrt(238)), 119 + (5 * Math.Sqrt(238)));
    }

    [Fact]
    public async Task ThreadsMayShareAnOrder()
    {
        var shared = new BatchOrder(3, 10, 1000);
        int[][] expected = [.. Enumerable.Range(0, 500).Select(step => new BatchOrder(3, 10, 1000).At(step))];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                var step = (i * 7 + thread * 131) % 500;
                Assert.Equal(expected[step], shared.At(step));
            }
        })));
    }

    [Fact]
    public void RefusesWhatIsOutOfRange()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchOrder(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchOrder(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchOrder(1, 1, 1).At(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchOrder(1, 2, 1).At(long.MaxValue / 2));
        Assert.Equal([0, 0], new BatchOrder(1, 2, 1).At((long.MaxValue / 2) - 1));
    }
}
