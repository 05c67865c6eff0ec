using System.Reflection;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Experiments;
using Gan.Experiments.Runs.Records;
using Gan.Experiments.Training;

namespace Gan.Experiments.Runs;

/// <summary>One run of an experiment in a folder, which it holds against other processes: trains, draws, saves, measures; stops when asked, and goes on from a checkpoint to the bit.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="folder">The folder; made if it is not there.</param>
/// <param name="code">The program's assembly.</param>
internal sealed class ExperimentRun(Experiment experiment, RunFolder folder, Assembly code)
{
    private readonly string version = CodeVersion.Of(code);

    /// <summary>Starts a run.</summary>
    /// <param name="plan">What is to be run.</param>
    /// <param name="observers">Are told how it goes; they stay the caller's.</param>
    /// <param name="stop">Stops it after the step, with a checkpoint.</param>
    /// <returns>How it ended: done, stopped or, whatever was thrown on the way, failed with a message.</returns>
    /// <exception cref="ArgumentException">An argument is null, or a setting is out of its range. Nothing has been written.</exception>
    /// <exception cref="IOException">The folder has a run already, or another process trains in it; or its record cannot be read.</exception>
    /// <exception cref="InvalidDataException">The folder has a run whose record is damaged.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder's record may not be read.</exception>
    public RunRecord Start(RunPlan plan, IReadOnlyList<IRunObserver> observers, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(observers);
        SettingChecks.Check(plan.Settings);
        RecordChecks.Check(plan);
        ThreadLimits.Check(plan.Threads);
        folder.CheckFree();
        var planned = RecordMaker.Planned(plan, version);
        RunLock hold;
        try
        {
            hold = RunLock.Take(folder);
        }
        catch (UnusableFolderException exception)
        {
            return RunFailure.Write(folder, planned, "Starting the run", lastGood: null, exception);
        }

        using (hold)
        {
            // Again: another may have begun in between.
            folder.CheckFree();
            return Run(plan, start: null, planned, observers, stop);
        }
    }

    /// <summary>Goes on from the last checkpoint that is whole; a run that ended before its first one begins again.</summary>
    /// <param name="steps">Another number of steps than planned; null is as planned.</param>
    /// <param name="observers">Are told how it goes; they stay the caller's.</param>
    /// <param name="stop">Stops it after the step, with a checkpoint.</param>
    /// <returns>How it ended: done, stopped or, whatever was thrown on the way, failed with a message.</returns>
    /// <exception cref="ArgumentException">There are no observers, a setting is out of its range, or the run has more steps already.</exception>
    /// <exception cref="InvalidDataException">The folder is none of a run, its record is damaged, no checkpoint is whole, or it is of another experiment.</exception>
    /// <exception cref="IOException">Another process trains in the folder, it cannot be written to, or a file of it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file of the folder may not be read.</exception>
    public RunRecord Resume(int? steps, IReadOnlyList<IRunObserver> observers, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(observers);
        // Nothing is made in a folder that is none of a run.
        _ = folder.ReadRecord();
        using var hold = RunLock.Take(folder);
        var before = folder.ReadRecord();
        if (before.Experiment != experiment.Name)
            throw new InvalidDataException($"{folder.Path} is a run of {before.Experiment}, not of {experiment.Name}.");
        var checkpoints = new CheckpointFolder(folder.CheckpointsPath);
        IReadOnlyList<DamagedCheckpoint> damaged = [];
        using var checkpoint = checkpoints.Newest is not null ? checkpoints.ReadLatest(out damaged) : null;
        var notes = new List<string>(NotesOn(before, checkpoint, damaged));
        var plan = ResumedPlan.Of(before, checkpoint, steps, notes);
        var record = RecordMaker.Planned(plan, version) with
        {
            Step = checkpoint?.Info.Step ?? 0,
            Seconds = before.Seconds,
            Data = before.Data,
            DataCount = before.DataCount,
            Notes = [.. before.Notes.Union(notes)],
        };
        return Run(plan, checkpoint, record, observers, stop);
    }

    private IEnumerable<string> NotesOn(RunRecord before, Checkpoint? checkpoint, IReadOnlyList<DamagedCheckpoint> damaged)
    {
        foreach (var (path, reason) in damaged)
            yield return $"Checkpoint {path} is damaged ({reason}); the one before it was used.";
        var reached = checkpoint?.Info.Step ?? 0;
        // A run that failed has done steps since its last checkpoint.
        if (before.Step > reached && before.Status != RunStatus.Failed && damaged.Count == 0)
            yield return FormattableString.Invariant($"run.json says that {before.Step} steps were done, but {(checkpoint is null ? "there is no checkpoint" : FormattableString.Invariant($"the last checkpoint is of step {reached}"))}: the run continues from step {reached}.");
        if (checkpoint is null)
            yield break;
        if (RecordMaker.VectorsOf(before) is { } vectors && vectors != RecordMaker.Vectors)
            yield return $"Step {checkpoint.Info.Step} was reached with vectors of {vectors}, but this machine has vectors of {RecordMaker.Vectors}. The result may differ from that of a run that was not stopped.";
        if (checkpoint.Info.Code != version)
            yield return $"Step {checkpoint.Info.Step} was reached by other code ({string.Join(", ", checkpoint.Info.Code.Split('\n').Except(version.Split('\n')))}). The result may differ from that of a run that was not stopped.";
    }

    private RunRecord Run(RunPlan plan, Checkpoint? start, RunRecord begun, IReadOnlyList<IRunObserver> observers, CancellationToken stop)
    {
        var work = new RunWork(experiment, plan, folder, version, observers, begun);
        try
        {
            return work.Do(start, stop);
        }
        catch (Exception exception)
        {
            return RunFailure.Write(folder, work.Record, work.Doing, work.LastGood, exception);
        }
    }
}
