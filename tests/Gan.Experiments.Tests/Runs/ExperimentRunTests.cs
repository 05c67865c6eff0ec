using Gan.Experiments.Checkpoints;
using Gan.Experiments.Checkpoints.TensorFiles;
using Gan.Experiments.Runs;

namespace Gan.Experiments.Tests.Runs;

public sealed class ExperimentRunTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("gan-runs-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void ARunLeavesAllItsFiles()
    {
        var folder = Start("whole", new PlaneExperiment(), CancellationToken.None, out var record);
        Assert.Equal(RunStatus.Done, record.Status);
        Assert.Equal(12, record.Step);
        Assert.Equal(12, File.ReadAllLines(folder.StepsPath).Length - 1);
        Assert.Equal(["step-000006.png", "step-000012.png"], folder.Samples.Select(Path.GetFileName));
        Assert.Contains(record.Metrics, static metric => metric.Name == MetricNames.Modes);
        Assert.NotEmpty(Directory.GetFiles(folder.EventsPath));
        var read = folder.ReadRecord();
        Assert.Equal((record.Experiment, record.Status, record.Step), (read.Experiment, read.Status, read.Step));
        Assert.Equal(record.Metrics, read.Metrics);
        Assert.Equal("LogisticR1", read.Objective);
        using var weights = Safetensors.Read(folder.WeightsPath);
        Assert.Contains(weights.Tensors.Keys, static name => name.EndsWith("weight", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(11)]
    public void AStoppedRunThatIsResumedEndsAsOneThatWasNot(int stopAfter)
    {
        var whole = Start("whole", new PlaneExperiment(), CancellationToken.None, out _);
        using var stop = new CancellationTokenSource();
        var folder = new RunFolder(Path.Combine(root, "stopped"));
        using (var stopper = new Stopper(stopAfter, stop))
        {
            var stopped = Run(folder, new PlaneExperiment(), run => observers => run.Start(Plan(new PlaneExperiment()), [.. observers, stopper], stop.Token));
            Assert.Equal((RunStatus.Stopped, stopAfter), (stopped.Status, (int)stopped.Step));
        }

        var resumed = Run(folder, new PlaneExperiment(), run => observers => run.Resume(null, observers, CancellationToken.None));
        Assert.Equal(RunStatus.Done, resumed.Status);
        Assert.Empty(resumed.Notes);
        RunIn.AssertSame(whole, folder);
    }

    [Fact]
    public void WhatAKillLeftUnfinishedIsPassedOver()
    {
        var whole = Start("whole", new PlaneExperiment(), CancellationToken.None, out _);
        using var stop = new CancellationTokenSource();
        var folder = new RunFolder(Path.Combine(root, "torn"));
        using (var stopper = new Stopper(7, stop))
            Run(folder, new PlaneExperiment(), run => observers => run.Start(Plan(new PlaneExperiment()), [.. observers, stopper], stop.Token));
        folder.Write(folder.ReadRecord() with { Status = RunStatus.Running });
        // As killed at step 9, in the middle of a line, of a checkpoint and of the record.
        File.AppendAllText(folder.StepsPath, "7,1,2,,4,5,6,7\n8,1,2,3,4,5,6,7\n9,0.12");
        File.WriteAllBytes(Path.Combine(folder.CheckpointsPath, "step-000000000009.safetensors.tmp"), [1, 2, 3]);
        File.WriteAllText(folder.RecordPath + ".tmp", "{ \"Experiment\": \"Pl");
        Run(folder, new PlaneExperiment(), run => observers => run.Resume(null, observers, CancellationToken.None));
        RunIn.AssertSame(whole, folder);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void ARunKilledBeforeItsFirstCheckpointBeginsAgain()
    {
        var whole = Start("whole", new PlaneExperiment(), CancellationToken.None, out _);
        var folder = Start("early", new PlaneExperiment(), CancellationToken.None, out var record);
        Directory.Delete(folder.CheckpointsPath, recursive: true);
        folder.Write(record with { Status = RunStatus.Running, Step = 0, Metrics = [] });
        Run(folder, new PlaneExperiment(), run => observers => run.Resume(null, observers, CancellationToken.None));
        RunIn.AssertSame(whole, folder);
    }

    [Fact]
    public void WhatAResumeWasAskedForIsKept()
    {
        var folder = Start("longer", new PlaneExperiment(), CancellationToken.None, out _);
        using var stop = new CancellationTokenSource();
        using (var stopper = new Stopper(14, stop))
            Run(folder, new PlaneExperiment(), run => observers => run.Resume(20, [.. observers, stopper], stop.Token));
        Assert.Equal(20, Run(folder, new PlaneExperiment(), run => observers => run.Resume(null, observers, CancellationToken.None)).Step);
        Assert.Contains("has done 20 steps already", Assert.Throws<ArgumentOutOfRangeException>(() => Run(folder, new PlaneExperiment(), run => observers => run.Resume(19, observers, CancellationToken.None))).Message);
    }

    [Fact]
    public void ADamagedCheckpointIsPassedOverAndNamed()
    {
        var folder = Start("damaged", new PlaneExperiment(), CancellationToken.None, out _);
        var last = new CheckpointFolder(folder.CheckpointsPath).Files[0];
        var bytes = File.ReadAllBytes(last);
        bytes[^5] ^= 1;
        File.WriteAllBytes(last, bytes);
        var resumed = Run(folder, new PlaneExperiment(), run => observers => run.Resume(null, observers, CancellationToken.None));
        Assert.Equal(12, resumed.Step);
        Assert.Contains(Path.GetFileName(last), Assert.Single(resumed.Notes));
    }

    [Fact]
    public void ADivergenceNamesStepTermAndCheckpoint()
    {
        Start("diverging", new DivergingExperiment(), CancellationToken.None, out var record);
        Assert.Equal(RunStatus.Failed, record.Status);
        Assert.StartsWith("The training diverged at step 2: D is NaN. The last good checkpoint is ", record.Failure);
    }

    [Fact]
    public void NoRunOverwritesAnother()
    {
        Start("twice", new PlaneExperiment(), CancellationToken.None, out _);
        Assert.Contains("resume it", Assert.Throws<IOException>(() => Start("twice", new PlaneExperiment(), CancellationToken.None, out _)).Message);
        Assert.Throws<InvalidDataException>(() => Run(new RunFolder(Path.Combine(root, "none")), new PlaneExperiment(), run => observers => run.Resume(null, observers, CancellationToken.None)));
    }

    [Fact]
    public void ASweepIsEveryCombination() => Assert.Equal(
        ["SweptExperiment-S=0.5", "SweptExperiment-S=2"],
        RunPlan.SweepOf(new SweptExperiment(), new SweptExperiment().Settings, 1).Select(static plan => plan.Name));

    private RunFolder Start(string name, Experiment experiment, CancellationToken stop, out RunRecord record)
    {
        var folder = new RunFolder(Path.Combine(root, name));
        record = Run(folder, experiment, run => observers => run.Start(Plan(experiment), observers, stop));
        return folder;
    }

    private static RunRecord Run(RunFolder folder, Experiment experiment, Func<ExperimentRun, Func<IReadOnlyList<IRunObserver>, RunRecord>> start)
    {
        using var files = new RunFiles(folder);
        return start(new ExperimentRun(experiment, folder, typeof(ExperimentRunTests).Assembly))([files]);
    }

    private static RunPlan Plan(Experiment experiment) => new(experiment.Name, experiment.Settings, new Dictionary<string, double>(), 1);
}
