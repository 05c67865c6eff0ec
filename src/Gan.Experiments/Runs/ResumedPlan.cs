using Gan.Experiments.Checkpoints;
using Gan.Experiments.Experiments;
using Gan.Experiments.Training;

namespace Gan.Experiments.Runs;

/// <summary>What is trained where a run goes on: what its checkpoint says, and where it has none, what its record says.</summary>
internal static class ResumedPlan
{
    /// <summary>The plan, on this machine.</summary>
    /// <param name="before">The run's record.</param>
    /// <param name="checkpoint">Where it goes on; null: from the first step.</param>
    /// <param name="steps">Another number of steps than the record's; null: as many.</param>
    /// <param name="notes">Takes what the reader should know: where record and checkpoint differ, the checkpoint is believed, which has a checksum.</param>
    /// <exception cref="InvalidDataException">The checkpoint's plan is damaged or of another experiment, or it has more steps than the record: the message names the file.</exception>
    /// <exception cref="ArgumentException">The number of steps is out of its range, or the checkpoint has more.</exception>
    public static RunPlan Of(RunRecord before, Checkpoint? checkpoint, int? steps, ICollection<string> notes)
    {
        var recorded = OnThisMachine(RunPlan.Of(before));
        var saved = checkpoint is null ? RunPlan.Of(before) : Saved(checkpoint);
        var plan = OnThisMachine(saved);
        if (plan.Threads != saved.Threads)
            notes.Add(FormattableString.Invariant($"The run was started with {saved.Threads} threads, but this machine has {plan.Threads} processors, so it continues with {plan.Threads} threads. The result may differ from that of a run that was not stopped."));
        plan = plan with { Settings = plan.Settings with { Steps = steps ?? before.Settings.Steps } };
        SettingChecks.Check(plan.Settings);
        if (checkpoint is null)
            return plan;
        if (plan.Experiment != before.Experiment)
            throw new InvalidDataException($"{checkpoint.Path} belongs to the experiment {plan.Experiment}, but run.json says {before.Experiment}. Restore run.json.");
        if (checkpoint.Info.Step > plan.Settings.Steps)
        {
            throw steps is null
                ? new InvalidDataException(FormattableString.Invariant($"{checkpoint.Path} has {checkpoint.Info.Step} steps, but run.json says that the run has {plan.Settings.Steps} in all. Restore run.json, or resume with --steps."))
                : new ArgumentOutOfRangeException(nameof(steps), steps, FormattableString.Invariant($"The run has done {checkpoint.Info.Step} steps already: request at least as many."));
        }

        foreach (var (name, inRecord, inCheckpoint) in Differences(recorded, plan))
            notes.Add($"run.json says that {name} is {inRecord}, but the checkpoint says {inCheckpoint}. The checkpoint was used.");
        return plan;
    }

    private static RunPlan Saved(Checkpoint checkpoint)
    {
        try
        {
            return RunPlan.FromJson(checkpoint.Info.Configuration);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{checkpoint.Path} cannot be used. {exception.Message}", exception);
        }
    }

    private static RunPlan OnThisMachine(RunPlan plan) => plan with { Threads = Math.Min(plan.Threads, ThreadLimits.Most) };

    // The number of steps may be another: a run can be asked for more.
    private static IEnumerable<(string Name, string InRecord, string InCheckpoint)> Differences(RunPlan recorded, RunPlan saved) =>
        Fields(recorded with { Settings = recorded.Settings with { Steps = saved.Settings.Steps } }).Zip(Fields(saved), static (a, b) => (a.Name, a.Value, b.Value)).Where(static pair => pair.Item2 != pair.Item3);

    private static IEnumerable<(string Name, string Value)> Fields(RunPlan plan) =>
    [
        ("Sweep", plan.Sweep.Count == 0 ? "none" : string.Join(", ", plan.Sweep.OrderBy(static value => value.Key, StringComparer.Ordinal).Select(static value => $"{value.Key}={SettingTexts.Number(value.Value)}"))),
        ("Threads", FormattableString.Invariant($"{plan.Threads}")),
        .. SettingTexts.Of(plan.Settings),
    ];
}
