using Gan.Experiments.Data.Batches;
using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Data;

public sealed class PrefetcherTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(17, 5)]
    public void BatchesAreThoseOfTheReaderInOrder(long start, int ahead)
    {
        using var data = new GaussianMixture(GaussianMixture.Ring(), 0.1, 100);
        var reader = new BatchReader(data, new BatchOrder(3, 32, 100));
        using var prefetcher = new Prefetcher(reader, start, ahead);
        for (var step = start; step < start + 40; step++)
        {
            using var expected = reader.Read(step);
            using var actual = prefetcher.Next();
            Assert.Equal(step, actual.Step);
            Assert.Equal(expected.Samples.data<float>().ToArray(), actual.Samples.data<float>().ToArray());
            Assert.Equal(expected.Labels!.data<long>().ToArray(), actual.Labels!.data<long>().ToArray());
        }
    }

    [Fact]
    public void ABatchBelongsToTheScopeThatTakesIt()
    {
        using var data = new GaussianMixture(GaussianMixture.Ring(), 0.1, 100);
        using var outer = NewDisposeScope();
        using var prefetcher = new Prefetcher(new BatchReader(data, new BatchOrder(3, 8, 100)));
        Batch taken;
        using (NewDisposeScope())
        {
            taken = prefetcher.Next();
            Assert.False(taken.Samples.IsInvalid);
        }
        Assert.True(taken.Samples.IsInvalid);
        Assert.True(taken.Labels!.IsInvalid);
    }

    [Fact]
    public void LeavesNoTensorBehindWheneverItIsDisposed()
    {
        using var data = new GaussianMixture(GaussianMixture.Ring(), 0.1, 100);
        var reader = new BatchReader(data, new BatchOrder(3, 8, 100));
        for (var taken = 0; taken < 6; taken++)
        {
            Live.AssertUnchanged(() =>
            {
                using var prefetcher = new Prefetcher(reader, ahead: 3);
                using var scope = NewDisposeScope();
                for (var i = 0; i < taken; i++)
                    prefetcher.Next();
            });
        }
    }

    [Fact]
    public void ReadsNoFurtherAheadThanAsked()
    {
        using var data = new MadeData();
        using var prefetcher = new Prefetcher(new BatchReader(data, new BatchOrder(1, 2, 10)), ahead: 3);
        Assert.True(SpinWait.SpinUntil(() => data.Reads == 3, Patience));
        Thread.Sleep(50);
        Assert.Equal(3, data.Reads);
        prefetcher.Next().Dispose();
        Assert.True(SpinWait.SpinUntil(() => data.Reads == 4, Patience));
        Thread.Sleep(50);
        Assert.Equal(4, data.Reads);
    }

    [Fact]
    public void AnExceptionComesInItsTurnAndStays()
    {
        var calls = 0;
        using var data = new MadeData { MakeSamples = indices => calls++ < 3 ? zeros(indices.Length, 2) : throw new IOException("The disk is gone.") };
        Live.AssertUnchanged(() =>
        {
            calls = 0;
            using var prefetcher = new Prefetcher(new BatchReader(data, new BatchOrder(1, 2, 10)), ahead: 5);
            for (var step = 0; step < 3; step++)
            {
                using var batch = prefetcher.Next();
                Assert.Equal(step, batch.Step);
            }
            Assert.Equal("The disk is gone.", Assert.Throws<IOException>(prefetcher.Next).Message);
            Assert.Equal("The disk is gone.", Assert.Throws<IOException>(prefetcher.Next).Message);
        });
    }

    [Fact]
    public void ADisposedSetIsSaid()
    {
        var data = new GaussianMixture(GaussianMixture.Ring(), 0.1, 100);
        data.Dispose();
        using var prefetcher = new Prefetcher(new BatchReader(data, new BatchOrder(3, 8, 100)));
        Assert.Throws<ObjectDisposedException>(prefetcher.Next);
    }

    [Fact]
    public void CancellationEndsAWaitingConsumer()
    {
        using var slow = new ManualResetEventSlim();
        using var data = new MadeData
        {
            MakeSamples = indices =>
            {
                slow.Wait(Patience);
                return zeros(indices.Length, 2);
            },
        };
        Live.AssertUnchanged(() =>
        {
            slow.Reset();
            using var own = new CancellationTokenSource();
            using var prefetcher = new Prefetcher(new BatchReader(data, new BatchOrder(1, 2, 10)), stop: own.Token);
            own.CancelAfter(30);
            var exception = Assert.Throws<OperationCanceledException>(prefetcher.Next);
            Assert.Equal(own.Token, exception.CancellationToken);
            Assert.Throws<OperationCanceledException>(prefetcher.Next);
            slow.Set();
        });
    }

    [Fact]
    public void DisposeWaitsForABatchThatIsBeingMade()
    {
        using var entered = new ManualResetEventSlim();
        var left = false;
        using var data = new MadeData
        {
            MakeSamples = indices =>
            {
                entered.Set();
                Thread.Sleep(50);
                left = true;
                return zeros(indices.Length, 2);
            },
        };
        Live.AssertUnchanged(() =>
        {
            left = false;
            entered.Reset();
            using (new Prefetcher(new BatchReader(data, new BatchOrder(1, 2, 10))))
                Assert.True(entered.Wait(Patience));
            Assert.True(left);
        });
    }

    [Fact]
    public void RefusesWrongUse()
    {
        using var data = new MadeData();
        var reader = new BatchReader(data, new BatchOrder(1, 2, 10));
        Assert.Throws<ArgumentNullException>(() => new Prefetcher(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Prefetcher(reader, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Prefetcher(reader, ahead: 0));
        var prefetcher = new Prefetcher(reader);
        prefetcher.Dispose();
        prefetcher.Dispose();
        Assert.Throws<ObjectDisposedException>(prefetcher.Next);
    }
}
