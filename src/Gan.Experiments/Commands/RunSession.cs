using System.Reflection;
using Spectre.Console;

namespace Gan.Experiments;

/// <summary>A run with everything that watches it, and its page at the end.</summary>
internal sealed class RunSession(Experiment experiment, RunFolder folder, Assembly code, IAnsiConsole console)
{
    public RunRecord Start(RunPlan plan, CancellationToken stop) => Watched(plan, first: 0, observers => new ExperimentRun(experiment, folder, code).Start(plan, observers, stop));

    public RunRecord Resume(int? steps, CancellationToken stop)
    {
        using var checkpoint = new CheckpointFolder(folder.CheckpointsPath).ReadLatest(out _);
        var plan = RunPlan.FromJson(checkpoint.Info.Configuration);
        return Watched(
            plan with { Settings = plan.Settings with { Steps = steps ?? plan.Settings.Steps } },
            checkpoint.Info.Step,
            observers => new ExperimentRun(experiment, folder, code).Resume(steps, observers, stop));
    }

    private RunRecord Watched(RunPlan plan, long first, Func<IReadOnlyList<IRunObserver>, RunRecord> run)
    {
        if (first == 0 && File.Exists(folder.RecordPath))
            throw new IOException($"{folder.Path} has a run already: resume it, or name another folder with --out.");
        Directory.CreateDirectory(folder.Path);
        RunRecord record;
        using (var progress = new RunProgress(plan, console))
        using (var files = new RunFiles(folder, StepColumns.Of(experiment.CreateObjective(plan.Sweep)), first))
            record = run([progress, files]);
        foreach (var note in record.Notes)
            console.MarkupLineInterpolated($"[yellow]note:[/] {note}");
        if (record.Failure is { } failure)
            console.MarkupLineInterpolated($"[red]failed:[/] {failure}");
        HtmlReport.Write(folder);
        console.WriteLine($"{record.Status} after {record.Step} steps: {folder.ReportPath}");
        return record;
    }
}
