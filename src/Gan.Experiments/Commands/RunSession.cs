using System.Globalization;
using System.Reflection;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Commands.Progress;
using Gan.Experiments.Reports;
using Gan.Experiments.Runs;

namespace Gan.Experiments.Commands;

/// <summary>A run with everything that watches it, and its page at the end.</summary>
internal sealed class RunSession(Experiment experiment, RunFolder folder, Assembly code, RunBoard board)
{
    private readonly ExperimentRun run = new(experiment, folder, code);

    public RunRecord Start(RunPlan plan, CancellationToken stop) => Watched(plan.Name, observers => run.Start(plan, observers, stop));

    public RunRecord Resume(int? steps, CancellationToken stop)
    {
        var before = folder.ReadRecord();
        var name = RunPlan.Of(before).Name;
        if (before.Status == RunStatus.Done && (steps ?? before.Settings.Steps) == before.Step && (new CheckpointFolder(folder.CheckpointsPath).NewestStep ?? before.Step) == before.Step)
        {
            board.Show(name, $"{name}  was done already, after {Text(before.Step)} steps: {folder.ReportPath}. Use --steps to train it further.");
            return before;
        }

        return Watched(name, observers => run.Resume(steps, observers, stop));
    }

    private RunRecord Watched(string name, Func<IReadOnlyList<IRunObserver>, RunRecord> begin)
    {
        RunRecord record;
        if (board.IsLive)
            board.Show(name, $"{name}  starting");
        using (var progress = new RunProgress(board))
        using (var files = new RunFiles(folder))
            record = begin([progress, files]);
        var where = "no report";
        try
        {
            // Where nothing could be written there is nothing to report.
            if (record.Status != RunStatus.Failed || File.Exists(folder.RecordPath))
            {
                foreach (var damage in HtmlReport.WriteWhole(folder))
                    board.Say($"note: {name}: {damage}");
                where = folder.ReportPath;
            }
        }
        catch (Exception exception)
        {
            record = record.Status == RunStatus.Failed
                ? record with { Failure = $"{record.Failure} There is no report: {RunFailure.Text(exception)}" }
                : RunFailure.Write(folder, record, "Writing the report", new CheckpointFolder(folder.CheckpointsPath).Newest, exception);
        }

        if (record.Failure is { } failure)
            board.Say($"failed: {name}: {failure}");
        board.Show(name, $"{name}  {record.Status} after {Text(record.Step)} steps: {where}");
        return record;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
