using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>A run leaves torch as it found it: the threads, and the random numbers that come next.</summary>
public sealed class KeptTorchTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly int threads = get_num_threads();

    public void Dispose()
    {
        set_num_threads(threads);
        temporary.Dispose();
    }

    [Fact]
    public void WhetherItIsDoneStoppedResumedOrFailed()
    {
        RunFolder folder = new(temporary.File("run")), broken = new(temporary.File("broken"));
        AssertKept(() => RunIn.Start(folder, new PlaneExperiment(), stopAfter: 5), RunStatus.Stopped);
        AssertKept(() => RunIn.Resume(folder, new PlaneExperiment()), RunStatus.Done);
        AssertKept(() => RunIn.Start(broken, new BrokenExperiment { Before = static count => count == 16 ? throw new InvalidOperationException("No.") : null }), RunStatus.Failed);
        AssertKept(() => RunIn.Start(broken, new BrokenExperiment { Data = static () => throw new InvalidOperationException("No.") }), RunStatus.Failed);
    }

    private static void AssertKept(Func<RunRecord> run, RunStatus expected)
    {
        using var scope = NewDisposeScope();
        set_num_threads(3);
        manual_seed(7);
        // Half of a pair of normal numbers is kept in the state.
        randn(1);
        using var state = get_rng_state();
        Assert.Equal(expected, run().Status);
        Assert.Equal(3, get_num_threads());
        Assert.Equal(state.bytes.ToArray(), get_rng_state().bytes.ToArray());
    }
}
