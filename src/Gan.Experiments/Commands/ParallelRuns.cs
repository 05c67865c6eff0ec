using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Commands.Progress;
using Gan.Experiments.Runs;
using Gan.Experiments.Runs.Records;

namespace Gan.Experiments.Commands;

/// <summary>Runs in processes of their own: torch's random numbers are one for a process, so two runs in one would disturb each other.</summary>
/// <param name="board">Shows them.</param>
/// <param name="atOnce">How many at a time.</param>
/// <param name="code">The version of the code.</param>
/// <param name="program">How a process is started, but for its arguments.</param>
internal sealed class ParallelRuns(RunBoard board, int atOnce, string code, Func<ProcessStartInfo> program)
{
    // As SIGTERM ends a process that does not listen to it yet.
    private const int Terminated = 143;

    private readonly RunProcess process = new(board, program);

    /// <summary>Runs all plans, a few at a time; none is begun after a stop. Where one fails, or its process cannot be started at all, the others go on.</summary>
    /// <returns>How those ended that began.</returns>
    public RunRecord[] Run(IReadOnlyList<RunPlan> plans, Func<RunPlan, string> folderOf, CancellationToken stop)
    {
        var records = new RunRecord?[plans.Count];
        Parallel.ForEachAsync(Enumerable.Range(0, plans.Count), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (i, _) =>
        {
            if (!stop.IsCancellationRequested)
                records[i] = await Run(plans[i], new RunFolder(folderOf(plans[i])), stop).ConfigureAwait(false);
        }).GetAwaiter().GetResult();
        return [.. records.OfType<RunRecord>()];
    }

    /// <returns>How it ended; null: it was stopped before it began.</returns>
    private async Task<RunRecord?> Run(RunPlan plan, RunFolder folder, CancellationToken stop)
    {
        var record = RecordMaker.Planned(plan, code);
        try
        {
            // One that failed before its first step has left a record, which says nothing of this run.
            var before = File.GetLastWriteTimeUtc(folder.RecordPath);
            var exitCode = await process.Run(plan, folder.Path, stop).ConfigureAwait(false);
            if (File.GetLastWriteTimeUtc(folder.RecordPath) != before)
                record = folder.ReadRecord();
            else if (stop.IsCancellationRequested || exitCode is ExitCodes.Stopped or Terminated)
                return null;
            return record.Status != RunStatus.Running
                ? record
                : Fail(plan, folder, record, new IOException(string.Create(CultureInfo.InvariantCulture, $"It ended with exit code {exitCode} before the run was done.")));
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Fail(plan, folder, record, exception);
        }
    }

    private RunRecord Fail(RunPlan plan, RunFolder folder, RunRecord record, Exception exception)
    {
        var doing = $"The process of {plan.Name}";
        try
        {
            // Not over the record of a run that another trains there.
            using var hold = RunLock.Take(folder);
            record = RunFailure.Write(folder, record, doing, new CheckpointFolder(folder.CheckpointsPath).Newest, exception);
        }
        catch (Exception second) when (second is IOException or UnauthorizedAccessException)
        {
            record = record with { Status = RunStatus.Failed, Failure = $"{doing} failed: {RunFailure.Text(exception)} This message could not be written to the folder: {RunFailure.Text(second)}" };
        }

        board.Say($"failed: {plan.Name}: {record.Failure}");
        board.Show(plan.Name, $"{plan.Name}  {record.Status}");
        return record;
    }
}
