using Gan.Experiments.Checkpoints;
using Gan.Experiments.Runs;
using Gan.Experiments.Training;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>Runs experiments in folders, with all their files and without a console.</summary>
internal static class RunIn
{
    public static RunRecord Start(RunFolder folder, Experiment experiment, int stopAfter = int.MaxValue) => Start(folder, experiment, experiment.Settings, stopAfter);

    public static RunRecord Start(RunFolder folder, Experiment experiment, ExperimentSettings settings, int stopAfter = int.MaxValue) =>
        Run(folder, experiment, stopAfter, (run, observers, stop) => run.Start(new(experiment.Name, settings, new Dictionary<string, double>(), 1), observers, stop));

    public static RunRecord Resume(RunFolder folder, Experiment experiment, int? steps = null, int stopAfter = int.MaxValue) =>
        Run(folder, experiment, stopAfter, (run, observers, stop) => run.Resume(steps, observers, stop));

    /// <summary>Asserts that a run which was resumed ended as one that was not stopped.</summary>
    public static void AssertSame(RunFolder whole, RunFolder resumed)
    {
        Assert.Equal(File.ReadAllBytes(whole.WeightsPath), File.ReadAllBytes(resumed.WeightsPath));
        Assert.Equal(File.ReadAllBytes(new CheckpointFolder(whole.CheckpointsPath).Newest!), File.ReadAllBytes(new CheckpointFolder(resumed.CheckpointsPath).Newest!));
        Assert.Equal(File.ReadAllText(whole.StepsPath), File.ReadAllText(resumed.StepsPath));
        Assert.Equal(whole.ReadRecord().Metrics, resumed.ReadRecord().Metrics);
        Assert.Equal((RunStatus.Done, whole.ReadRecord().Step), (resumed.ReadRecord().Status, resumed.ReadRecord().Step));
    }

    private static RunRecord Run(RunFolder folder, Experiment experiment, int stopAfter, Func<ExperimentRun, IReadOnlyList<IRunObserver>, CancellationToken, RunRecord> run)
    {
        using var stop = new CancellationTokenSource();
        using var stopper = new Stopper(stopAfter, stop);
        using var files = new RunFiles(folder);
        return run(new ExperimentRun(experiment, folder, typeof(RunIn).Assembly), [files, stopper], stop.Token);
    }
}

/// <summary>Stops a run after some steps, counted from its first.</summary>
internal sealed class Stopper(int after, CancellationTokenSource stop) : IRunObserver
{
    public void OnStart(RunStart start)
    {
    }

    public void OnStep(StepNumbers numbers)
    {
        if (numbers.Step + 1 == after)
            stop.Cancel();
    }

    public void OnSamples(long step, Tensor samples, GanData data)
    {
    }

    public void Dispose()
    {
    }
}
