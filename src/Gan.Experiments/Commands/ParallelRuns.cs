using System.Diagnostics;
using System.Globalization;

namespace Gan.Experiments;

/// <summary>Runs in processes of their own: torch's random numbers are one for a process, so two runs in one would disturb each other.</summary>
/// <remarks>
/// A child stops with a checkpoint where its standard input ends: so it does when this process is asked to stop, by whatever signal, and when it is gone. A terminal's Ctrl-C reaches both; for
/// a child both are one wish.
/// </remarks>
internal sealed class ParallelRuns(RunBoard board, int atOnce, string code)
{
    /// <summary>The option that a child is given.</summary>
    public const string ChildOption = "--child";

    /// <summary>The option's value where lines are redrawn, and where they are not.</summary>
    public const string Live = "live", Plain = "plain";

    /// <summary>Runs all plans, a few at a time; none is begun after a stop.</summary>
    public RunRecord[] Run(IReadOnlyList<RunPlan> plans, Func<RunPlan, string> folderOf, CancellationToken stop)
    {
        var records = new RunRecord?[plans.Count];
        Parallel.ForEachAsync(Enumerable.Range(0, plans.Count), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (i, _) =>
        {
            if (!stop.IsCancellationRequested)
                records[i] = await Run(plans[i], folderOf(plans[i]), stop).ConfigureAwait(false);
        }).GetAwaiter().GetResult();
        return [.. records.OfType<RunRecord>()];
    }

    private async Task<RunRecord> Run(RunPlan plan, string path, CancellationToken stop)
    {
        using var process = Process.Start(StartOf(plan, path))!;
        process.OutputDataReceived += (_, e) => Pass(plan, e.Data);
        process.ErrorDataReceived += (_, e) => Pass(plan, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (stop.Register(process.StandardInput.Close))
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        var folder = new RunFolder(path);
        var record = File.Exists(folder.RecordPath) ? folder.ReadRecord() : RecordMaker.Planned(plan, code);
        if (record.Status != RunStatus.Running)
            return record;
        var error = new IOException(string.Create(CultureInfo.InvariantCulture, $"It ended with exit code {process.ExitCode} before the run did."));
        record = RunFailure.Write(folder, record, $"The process of {plan.Name}", new CheckpointFolder(folder.CheckpointsPath).Newest, error);
        board.Say($"failed: {plan.Name}: {record.Failure}");
        board.Show(plan.Name, $"{plan.Name}  {record.Status}");
        return record;
    }

    private void Pass(RunPlan plan, string? line)
    {
        if (line is null)
            return;
        if (line.StartsWith(RunBoard.ChildMark, StringComparison.Ordinal))
            board.Show(plan.Name, line[RunBoard.ChildMark.Length..]);
        else
            board.Say(line);
    }

    private ProcessStartInfo StartOf(RunPlan plan, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // Under the host of .NET the program is its first argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var argument in (string[])["run", plan.Experiment, "--out", folder, "--steps", Text(plan.Settings.Steps), "--seed", Text(plan.Settings.Seed), "--threads", Text(plan.Threads),
            ChildOption, board.IsLive ? Live : Plain])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in plan.Sweep)
        {
            start.ArgumentList.Add("--set");
            start.ArgumentList.Add($"{name}={value.ToString("R", CultureInfo.InvariantCulture)}");
        }

        return start;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
