using System.Diagnostics;
using System.Reflection;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>One run of an experiment in a folder: trains, draws, saves, measures; stops when asked, and goes on from a checkpoint to the bit.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="folder">The folder; made if it is not there.</param>
/// <param name="code">The program's assembly.</param>
public sealed class ExperimentRun(Experiment experiment, RunFolder folder, Assembly code)
{
    private const int LoggedNorms = 500;

    /// <summary>Starts a run.</summary>
    /// <param name="plan">What is to be run.</param>
    /// <param name="observers">Are told how it goes; they stay the caller's.</param>
    /// <param name="stop">Stops it after the step, with a checkpoint.</param>
    /// <returns>How it ended: done, stopped or failed.</returns>
    /// <exception cref="IOException">The folder has a run already.</exception>
    public RunRecord Start(RunPlan plan, IReadOnlyList<IRunObserver> observers, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (File.Exists(folder.RecordPath))
            throw new IOException($"{folder.Path} has a run already: resume it, or name another folder with --out.");
        return Train(plan, start: null, [], observers, stop);
    }

    /// <summary>Goes on from the last checkpoint that is whole.</summary>
    /// <param name="steps">Another number of steps than planned; null is as planned.</param>
    /// <param name="observers">Are told how it goes; they stay the caller's.</param>
    /// <param name="stop">Stops it after the step, with a checkpoint.</param>
    /// <exception cref="FileNotFoundException">There is no checkpoint.</exception>
    /// <exception cref="InvalidDataException">No checkpoint is whole, or it is of another experiment.</exception>
    public RunRecord Resume(int? steps, IReadOnlyList<IRunObserver> observers, CancellationToken stop)
    {
        using var checkpoint = new CheckpointFolder(folder.CheckpointsPath).ReadLatest(out var damaged);
        var plan = RunPlan.FromJson(checkpoint.Info.Configuration);
        if (plan.Experiment != experiment.Name)
            throw new InvalidDataException($"{folder.Path} is a run of {plan.Experiment}, not of {experiment.Name}.");
        var notes = damaged.Select(static d => $"Checkpoint {d.Path} is damaged ({d.Reason}); the one before it was used.").ToList();
        if (checkpoint.Info.Code != CodeVersion.Of(code))
            notes.Add($"Step {checkpoint.Info.Step} was reached by other code ({checkpoint.Info.Code}): the run may not end as one that was not stopped.");
        return Train(plan with { Settings = plan.Settings with { Steps = steps ?? plan.Settings.Steps } }, checkpoint, notes, observers, stop);
    }

    private RunRecord Train(RunPlan plan, Checkpoint? start, IReadOnlyList<string> notes, IReadOnlyList<IRunObserver> observers, CancellationToken stop)
    {
        Directory.CreateDirectory(folder.Path);
        set_num_threads(plan.Threads);
        using var scope = NewDisposeScope();
        using var data = experiment.CreateData();
        using var players = new Players(experiment, plan.Settings, plan.Sweep);
        start?.Restore(players.State);
        var first = start?.Info.Step ?? 0;
        var before = start is null ? null : folder.ReadRecord();
        var record = RecordMaker.Begin(plan, players, data, code) with { Step = first, Seconds = before?.Seconds ?? 0, Notes = [.. before?.Notes ?? [], .. notes] };
        folder.Write(record);
        var watch = Stopwatch.StartNew();
        RunRecord At(long step, RunStatus status, string? failure = null) => record with { Step = step, Status = status, Failure = failure, Seconds = record.Seconds + watch.Elapsed.TotalSeconds };
        try
        {
            var reached = Steps(plan, players, data, first, observers, stop);
            record = At(reached, reached < plan.Settings.Steps ? RunStatus.Stopped : RunStatus.Done);
            if (record.Status == RunStatus.Done)
                record = record with { Metrics = RecordMaker.Measure(players, data, plan.Settings) };
            WeightsFile.Export(players.ForDrawing(), folder.WeightsPath);
            if (data.IsImages)
                AtomicFile.Write(folder.WalkPath, stream => stream.Write(LatentWalk.Png(players.Draw, players.FixedLatents.narrow(0, 0, 4), players.FixedLatents.narrow(0, 4, 4))));
        }
        catch (DivergedException exception)
        {
            var last = new CheckpointFolder(folder.CheckpointsPath).Files;
            record = At(first, RunStatus.Failed, $"{exception.Message} {(last.Count > 0 ? $"The last good checkpoint is {Path.GetFileName(last[0])}." : "There is no checkpoint before it.")}");
        }

        folder.Write(record);
        return record;
    }

    /// <summary>Trains to the end, or until it is stopped.</summary>
    /// <returns>The steps done.</returns>
    private long Steps(RunPlan plan, Players players, GanData data, long first, IReadOnlyList<IRunObserver> observers, CancellationToken stop)
    {
        var settings = plan.Settings;
        var checkpoints = new CheckpointFolder(folder.CheckpointsPath);
        var order = new BatchOrder(settings.Seed, settings.BatchSize, data.Count);
        using var batches = new Prefetcher(new BatchReader(data, order), first * settings.DiscriminatorSteps);
        using var loop = new TrainingLoop(players, settings, batches);
        var normsEvery = Math.Max(1, settings.Steps / LoggedNorms);
        for (var step = first; step < settings.Steps; step++)
        {
            var numbers = loop.Step(step, withNorms: step % normsEvery == 0);
            foreach (var observer in observers)
                observer.OnStep(numbers);
            var done = step + 1;
            var isLast = done == settings.Steps || stop.IsCancellationRequested;
            if (isLast || done % settings.SampleEvery == 0)
                Draw(done, players, data, observers);
            if (isLast || done % settings.CheckpointEvery == 0)
                checkpoints.Write(new(done, plan.ToJson(), CodeVersion.Of(code)), players.State);
            if (isLast)
                return done;
        }

        return Math.Max(first, settings.Steps);
    }

    private static void Draw(long step, Players players, GanData data, IReadOnlyList<IRunObserver> observers)
    {
        using var scope = NewDisposeScope();
        var samples = players.Draw(players.FixedLatents);
        foreach (var observer in observers)
            observer.OnSamples(step, samples, data);
    }
}
