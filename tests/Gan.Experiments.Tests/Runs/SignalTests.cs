using System.Diagnostics;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Runs;

/// <summary>Signals to a program that trains by itself.</summary>
public sealed class SignalTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder temporary = new();
    private Process? process;

    // One that no signal ended would train for ever.
    public void Dispose()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        temporary.Dispose();
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void TheFirstStopsItWithACheckpoint(string signal)
    {
        var process = Start(nameof(EndlessExperiment), () => File.Exists(Folder.StepsPath) && new FileInfo(Folder.StepsPath).Length > 2000);
        ChildProcess.Signal(process, signal);
        Assert.True(process.WaitForExit(s_limit), "It goes on for a minute.");
        Assert.Equal(130, process.ExitCode);
        var record = Folder.ReadRecord();
        Assert.Equal(RunStatus.Stopped, record.Status);
        using var checkpoint = new CheckpointFolder(Folder.CheckpointsPath).ReadLatest(out var damaged);
        Assert.Empty(damaged);
        Assert.Equal(record.Step, checkpoint.Info.Step);
        Assert.Equal(record.Step, File.ReadLines(Folder.StepsPath).Count() - 1);
        Assert.True(File.Exists(Folder.ReportPath));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void ASecondEndsItAtOnce(string signal, int expected)
    {
        // It hangs in the step after its first checkpoint, where a first signal cannot stop it.
        var process = Start(nameof(HangingExperiment), () => new CheckpointFolder(Folder.CheckpointsPath).Newest is not null);
        ChildProcess.Signal(process, signal);
        Assert.False(process.WaitForExit(TimeSpan.FromSeconds(2)), "The first signal ended it.");
        ChildProcess.Signal(process, signal);
        Assert.True(process.WaitForExit(s_limit), "The second signal did not end it.");
        Assert.Equal(expected, process.ExitCode);
        Assert.Equal(RunStatus.Running, Folder.ReadRecord().Status);
        Assert.False(File.Exists(Folder.ReportPath));
    }

    private RunFolder Folder => new(temporary.File("run"));

    private Process Start(string experiment, Func<bool> hasBegun)
    {
        process = ChildProcess.Start("run", experiment, "--out", Folder.Path);
        Assert.True(SpinWait.SpinUntil(hasBegun, s_limit), "It has not begun within a minute.");
        return process;
    }
}
