using System.Diagnostics;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Data.Batches;
using Gan.Experiments.Experiments;
using Gan.Experiments.Files;
using Gan.Experiments.Pictures;
using Gan.Experiments.Runs.Records;
using Gan.Experiments.Training;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Runs;

/// <summary>The work of a run: makes what trains, trains, draws, saves and measures. When something throws, it tells where it was.</summary>
internal sealed class RunWork(Experiment experiment, RunPlan plan, RunFolder folder, string code, IReadOnlyList<IRunObserver> observers, RunRecord begun)
{
    private const int LoggedNorms = 500;

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly double secondsBefore = begun.Seconds;
    private RunRecord record = begun;

    /// <summary>What it is doing, as a message begins.</summary>
    public string Doing { get; private set; } = "Starting the run";

    /// <summary>The last checkpoint that was written, or begun from.</summary>
    public string? LastGood { get; private set; }

    /// <summary>What the run is by now.</summary>
    public RunRecord Record => record with { Seconds = secondsBefore + watch.Elapsed.TotalSeconds };

    /// <summary>Runs to the end, or until it is stopped.</summary>
    /// <param name="start">Where it goes on; null: from the first step.</param>
    /// <param name="stop">Stops it after the step, with a checkpoint.</param>
    public RunRecord Do(Checkpoint? start, CancellationToken stop)
    {
        LastGood = start?.Path;
        // First of all: a process that is killed from here on leaves a run that can be resumed.
        File.Delete(folder.ErrorPath);
        folder.Write(record);
        using var random = new KeptRandom();
        using var threads = new KeptThreads(plan.Threads);
        Doing = "Checking libtorch";
        record = RecordMaker.Checked(record, TorchBackend.Check());
        using var scope = NewDisposeScope();
        Doing = "Creating the data set";
        using var data = experiment.CreateData();
        SettingChecks.Check(plan.Settings, data);
        Doing = "Creating the objective and the networks";
        using var players = new Players(experiment, plan.Settings, plan.Sweep);
        Doing = "Restoring the checkpoint";
        start?.Restore(players.State);
        Doing = "Starting the run";
        record = record with { Notes = [.. record.Notes.Union(ResumeNotes.Of(record, data, folder))] };
        var made = RecordMaker.Made(record, players, data);
        // What is written can be read again.
        RecordChecks.Check(made);
        record = made;
        folder.Write(record);
        foreach (var observer in observers)
            observer.OnStart(new(plan, record.Step, StepColumns.Of(players.Objective, players.Seen.Adaptive is not null), record.Notes));
        Train(players, data, stop);
        Finish(players, data);
        return Record;
    }

    private void Train(Players players, GanData data, CancellationToken stop)
    {
        var settings = plan.Settings;
        var checkpoints = new CheckpointFolder(folder.CheckpointsPath);
        var order = new BatchOrder(settings.Seed, settings.BatchSize, data.Count);
        using var batches = new Prefetcher(new BatchReader(data, order), record.Step * settings.DiscriminatorSteps);
        using var loop = new TrainingLoop(players, settings, batches);
        var normsEvery = Math.Max(1, settings.Steps / LoggedNorms);
        for (var isLast = record.Step >= settings.Steps; !isLast;)
        {
            var step = record.Step;
            Doing = FormattableString.Invariant($"Step {step}");
            var numbers = loop.Step(step, withNorms: step % normsEvery == 0);
            foreach (var observer in observers)
                observer.OnStep(numbers);
            record = record with { Step = step + 1 };
            isLast = record.Step == settings.Steps || stop.IsCancellationRequested;
            var (isDrawn, isSaved) = (isLast || record.Step % settings.SampleEvery == 0, isLast || record.Step % settings.CheckpointEvery == 0);
            if (isDrawn || isSaved)
                players.Weights.Check(step);
            if (isDrawn)
                Draw(players, data);
            if (isSaved)
                Save(players, checkpoints);
        }
    }

    private void Draw(Players players, GanData data)
    {
        Doing = FormattableString.Invariant($"Drawing the samples of step {record.Step}");
        using var scope = NewDisposeScope();
        var samples = players.Draw(players.FixedLatents);
        foreach (var observer in observers)
            observer.OnSamples(record.Step, samples, data);
    }

    private void Save(Players players, CheckpointFolder checkpoints)
    {
        Doing = FormattableString.Invariant($"Writing the checkpoint of step {record.Step}");
        LastGood = checkpoints.Write(new(record.Step, plan.ToJson(), code), players.State);
        // A process that is killed from here on has said how far it came, and how long that took.
        Doing = "Writing the record";
        folder.Write(Record);
    }

    private void Finish(Players players, GanData data)
    {
        Doing = "Writing the generator";
        WeightsFile.Export(players.ForDrawing(), folder.WeightsPath);
        if (data.IsImages)
            AtomicFile.Write(folder.WalkPath, stream => stream.Write(LatentWalk.Png(players.Draw, players.FixedLatents.narrow(0, 0, 4), players.FixedLatents.narrow(0, 4, 4))));
        Doing = "Measuring the samples";
        record = record.Step < plan.Settings.Steps
            ? record with { Status = RunStatus.Stopped }
            : RecordMaker.Measured(record with { Status = RunStatus.Done }, players, data);
        Doing = "Writing the record";
        folder.Write(Record);
    }
}
