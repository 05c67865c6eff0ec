using System.Diagnostics;
using System.Globalization;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Commands.Progress;
using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Runs;

/// <summary>A user's program that runs several experiments at a time, without a terminal.</summary>
public sealed class ParallelRunTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void TheyEndAsOneAfterTheOther()
    {
        var (code, output) = ChildProcess.Run("run", "SweptExperiment", "LongExperiment", "--parallel", "2", "--steps", "30", "--out", temporary.File("parallel"));
        Assert.Equal(0, code);
        Assert.Contains("LongExperiment  step 30/30  D ", output);
        Assert.Contains("SweptExperiment  step 30/30  D ", output);
        Assert.DoesNotContain(RunBoard.ChildMark, output);
        Assert.Equal(0, ChildProcess.Run("run", "SweptExperiment", "LongExperiment", "--steps", "30", "--out", temporary.File("sequential")).Code);
        foreach (var name in (string[])["SweptExperiment", "LongExperiment"])
        {
            var (one, other) = (Folder("parallel", name), Folder("sequential", name));
            Assert.Equal(File.ReadAllBytes(new CheckpointFolder(one.CheckpointsPath).Newest!), File.ReadAllBytes(new CheckpointFolder(other.CheckpointsPath).Newest!));
            Assert.Equal(File.ReadAllBytes(one.WeightsPath), File.ReadAllBytes(other.WeightsPath));
            Assert.Equal(File.ReadAllText(one.StepsPath), File.ReadAllText(other.StepsPath));
            Assert.Equal(one.ReadRecord().Metrics, other.ReadRecord().Metrics);
        }

        Assert.True(File.Exists(temporary.File("parallel/comparison.html")));
    }

    [Theory]
    [InlineData("--parallel=2")]
    [InlineData("--parallel=1")]
    public void WhereOneFailsTheOthersGoOn(string parallel)
    {
        var (code, output) = ChildProcess.Run("run", "UnmeasurableExperiment", "LongExperiment", "SweptExperiment", parallel, "--steps", "20", "--out", temporary.File("runs"));
        Assert.Equal(1, code);
        Assert.Contains("failed: UnmeasurableExperiment: Measuring the samples failed: ", output);
        Assert.Equal(
            [RunStatus.Failed, RunStatus.Done, RunStatus.Done],
            new[] { "UnmeasurableExperiment", "LongExperiment", "SweptExperiment" }.Select(name => Folder("runs", name).ReadRecord().Status));
        // The table at the end.
        Assert.Matches("UnmeasurableExpe.*Failed", output);
        Assert.True(File.Exists(temporary.File("runs/comparison.html")));
    }

    [Fact]
    public void AChildThatDiesIsAFailedRun()
    {
        var (code, output) = ChildProcess.Run("run", "DyingExperiment", "SweptExperiment", "--parallel", "2", "--out", temporary.File("runs"));
        Assert.Equal(1, code);
        Assert.Contains("failed: DyingExperiment: The process of DyingExperiment failed: It ended with exit code 137 before the run was done. The last good checkpoint is step-000000000004.safetensors", output);
        Assert.Equal([RunStatus.Failed, RunStatus.Done], new[] { "DyingExperiment", "SweptExperiment" }.Select(name => Folder("runs", name).ReadRecord().Status));
        Assert.Equal(4, Folder("runs", "DyingExperiment").ReadRecord().Step);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 130)]
    [InlineData("KILL", 137)]
    public void ASignalToTheParentStopsAllChildrenWithACheckpoint(string signal, int expected)
    {
        using var parent = ChildProcess.Start("run", "EndlessExperiment", "--sweep", "--parallel", "2", "--out", temporary.File("runs"));
        RunFolder[] folders = [Folder("runs", "EndlessExperiment-Run=1"), Folder("runs", "EndlessExperiment-Run=2")];
        Until(() => folders.All(static folder => File.Exists(folder.StepsPath) && new FileInfo(folder.StepsPath).Length > 2000));
        var children = Children(parent);
        Assert.Equal(2, children.Length);
        ChildProcess.Signal(parent, signal);
        parent.WaitForExit();
        Assert.Equal(expected, parent.ExitCode);
        // A parent that is asked waits for its children; of one that was killed they learn by their input's end.
        if (signal != "KILL")
            Assert.All(children, static id => Assert.False(IsRunning(id)));
        Until(() => !children.Any(IsRunning));
        Assert.All(folders, static folder =>
        {
            var record = folder.ReadRecord();
            Assert.Equal(RunStatus.Stopped, record.Status);
            using var checkpoint = new CheckpointFolder(folder.CheckpointsPath).ReadLatest(out var damaged);
            Assert.Equal(record.Step, checkpoint.Info.Step);
        });
        Assert.False(Directory.Exists(Folder("runs", "EndlessExperiment-Run=3").Path));
    }

    [Fact]
    public void ATerminalsSignalReachesParentAndChildrenAndIsOneWish()
    {
        using var parent = ChildProcess.Start("run", "EndlessExperiment", "--sweep", "--parallel", "2", "--out", temporary.File("runs"));
        RunFolder[] folders = [Folder("runs", "EndlessExperiment-Run=1"), Folder("runs", "EndlessExperiment-Run=2")];
        Until(() => folders.All(static folder => File.Exists(folder.StepsPath) && new FileInfo(folder.StepsPath).Length > 2000));
        var children = Children(parent).Select(static id => Process.GetProcessById(id)).ToArray();
        foreach (var process in (Process[])[.. children, parent])
            ChildProcess.Signal(process, "INT");
        parent.WaitForExit();
        Assert.Equal(130, parent.ExitCode);
        Assert.All(folders, static folder => Assert.Equal(RunStatus.Stopped, folder.ReadRecord().Status));
    }

    private RunFolder Folder(string root, string name) => new(Path.Combine(temporary.File(root), name));

    private static void Until(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(60)), "Not within a minute.");

    private static int[] Children(Process parent) =>
        [.. Directory.GetDirectories($"/proc/{parent.Id}/task").SelectMany(static task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(static id => int.Parse(id, CultureInfo.InvariantCulture))];

    // A child of a parent that was killed may stay as a zombie until somebody asks for it.
    private static bool IsRunning(int id) => File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat").Split(") ")[1][0] != 'Z';
}
