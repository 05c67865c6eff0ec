using System.Reflection;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Commands.Progress;
using Gan.Experiments.Experiments;
using Gan.Experiments.Reports;
using Gan.Experiments.Runs;
using Gan.Experiments.Training;
using Spectre.Console;

namespace Gan.Experiments.Commands;

/// <summary>Runs plans, each in its folder, one after the other or a few at a time. Where one fails the others go on.</summary>
/// <param name="plans">What is run.</param>
/// <param name="root">The folder of the only run, or of those of several; null: <c>out</c>.</param>
/// <param name="find">The experiment of a name.</param>
/// <param name="code">The program's assembly.</param>
/// <param name="board">Shows them.</param>
internal sealed class RunBatch(IReadOnlyList<RunPlan> plans, string? root, Func<string, Experiment> find, Assembly code, RunBoard board)
{
    private string FolderOf(RunPlan plan) => plans.Count == 1 && root is not null ? root : Path.Combine(root ?? "out", plan.Name);

    /// <summary>Runs them.</summary>
    /// <returns>How those ended that were begun: none is after a stop.</returns>
    /// <exception cref="ArgumentException">A setting is out of its range. Nothing has been begun.</exception>
    /// <exception cref="IOException">A folder has a run already. Nothing has been begun.</exception>
    public RunRecord[] Run(int parallel, CancellationToken stop)
    {
        foreach (var plan in plans)
            Check(plan);
        return board.While(() => parallel > 1 && plans.Count > 1
            ? new ParallelRuns(board, parallel, CodeVersion.Of(code), RunProcess.ThisProgram).Run(plans, FolderOf, stop)
            : [.. plans.TakeWhile(_ => !stop.IsCancellationRequested).Select(plan => new RunSession(find(plan.Experiment), new RunFolder(FolderOf(plan)), code, board).Start(plan, stop))]);
    }

    /// <summary>A table of several runs, and a page that compares those that left something.</summary>
    public void Compare(RunRecord[] records, IAnsiConsole console)
    {
        if (plans.Count == 1 || records.Length == 0)
            return;
        console.Write(ConsoleRunTable.Of(records, RunLabels.Of([.. records.Select(record => new RunFolder(FolderOf(RunPlan.Of(record))))])));
        RunFolder[] folders = [.. plans.Select(plan => new RunFolder(FolderOf(plan))).Where(static folder => File.Exists(folder.RecordPath))];
        if (folders.Length == 0)
            return;
        var page = Path.Combine(root ?? "out", "comparison.html");
        HtmlReport.WriteComparison(folders, page);
        console.WriteLine(page);
    }

    private void Check(RunPlan plan)
    {
        try
        {
            SettingChecks.Check(plan.Settings);
            ThreadLimits.Check(plan.Threads);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"{plan.Experiment}: {RunFailure.Text(exception)}", exception);
        }

        new RunFolder(FolderOf(plan)).CheckFree();
    }
}
