using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Kernels;

public sealed class ThreadTeamTests
{
    [Fact]
    public void EachNumberIsTakenOnce()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Assert.True(ThreadTeam.IsAvailable);
        var taken = new int[1000];
        ThreadTeam.Run(threads: 2, taken.Length, i => Interlocked.Increment(ref taken[i]));
        Assert.All(taken, static count => Assert.Equal(1, count));
    }

    [Fact]
    public void AFailureReachesTheCaller()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var failure = Assert.Throws<InvalidOperationException>(() => ThreadTeam.Run(2, 100, static i => throw new NotSupportedException($"number {i}")));
        Assert.IsType<NotSupportedException>(failure.InnerException);
    }

    [Fact]
    public void NothingIsHeldAfterwards()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var work = RunOnce();
        GC.Collect();
        Assert.False(work.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference RunOnce()
        {
            var work = new int[10];
            ThreadTeam.Run(2, work.Length, i => work[i] = i);
            return new(work);
        }
    }

    /// <summary>Relativistic averages know differences of logits alone, so that all gradients together are 0: the slopes of every part count.</summary>
    [Theory]
    [InlineData(1_000)]
    [InlineData(65_537)]
    [InlineData(300_001)]
    public void AShiftOfAllLogitsHasNoSlope(int count)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(11);
        using var gradients = new LogitGradients();
        Objectives.RelativisticAverage.DiscriminatorGradients(randn([count], generator: generator), randn([count], generator: generator).add(1), gradients);
        double[] all = [.. gradients.Real!.data<float>().Concat(gradients.Fake!.data<float>()).Select(static value => (double)value)];
        Assert.Equal(0, all.Sum(), 1e-5 * all.Sum(Math.Abs));
    }

    [Theory]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(300_001)]
    public void TheNumberOfThreadsChangesNoBit(int count)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(11);
        var (real, fake) = (randn([count], generator: generator), randn([count], generator: generator));
        foreach (var objective in new IGanObjective[] { Objectives.Logistic, Objectives.RelativisticPair, Objectives.RelativisticAverage, Objectives.LeastSquares })
        {
            var (alone, together) = (At(1), At(2));
            Assert.Equal(alone.Loss, together.Loss);
            Assert.Equal(alone.Real, together.Real);
            Assert.Equal(alone.Fake, together.Fake);

            (double Loss, float[] Real, float[] Fake) At(int threads)
            {
                var before = get_num_threads();
                set_num_threads(threads);
                try
                {
                    using var gradients = new LogitGradients();
                    objective.DiscriminatorGradients(real, fake, gradients);
                    return (gradients.Loss, gradients.Real!.data<float>().ToArray(), gradients.Fake!.data<float>().ToArray());
                }
                finally
                {
                    set_num_threads(before);
                }
            }
        }
    }
}
