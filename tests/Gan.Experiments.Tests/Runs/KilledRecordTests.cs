using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Runs;

/// <summary>What is known of a run whose process died without a word.</summary>
public sealed class KilledRecordTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void ItSaysHowFarItCameAndHowLongThatTook()
    {
        // It dies at the sixth step of each process, and has checkpoints of steps 4, 8 and 12.
        var folder = new RunFolder(temporary.File("run"));
        Assert.Equal(137, ChildProcess.Run("run", nameof(DyingExperiment), "--out", folder.Path).Code);
        var first = folder.ReadRecord();
        Assert.Equal((RunStatus.Running, 4L), (first.Status, first.Step));
        Assert.True(first.Seconds > 0);

        Assert.Equal(137, ChildProcess.Run("resume", folder.Path).Code);
        var second = folder.ReadRecord();
        Assert.Equal((RunStatus.Running, 8L), (second.Status, second.Step));
        Assert.True(second.Seconds > first.Seconds);

        Assert.Equal(0, ChildProcess.Run("resume", folder.Path).Code);
        var last = folder.ReadRecord();
        Assert.Equal((RunStatus.Done, 12L), (last.Status, last.Step));
        Assert.True(last.Seconds > second.Seconds);
    }
}
