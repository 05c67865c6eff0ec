using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Gan.Experiments;

/// <summary>Runs in processes of their own: torch's random numbers are one for a process, so two runs in one would disturb each other.</summary>
internal sealed class ParallelRuns(IAnsiConsole console, int atOnce)
{
    /// <summary>Runs all plans, a few at a time; a line of output is shown as it comes.</summary>
    public RunRecord[] Run(IReadOnlyList<RunPlan> plans, Func<RunPlan, string> folderOf, CancellationToken stop)
    {
        var show = new Lock();
        var records = new RunRecord?[plans.Count];
        Parallel.For(0, plans.Count, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, i =>
        {
            if (stop.IsCancellationRequested)
                return;
            var folder = folderOf(plans[i]);
            using var process = Process.Start(StartOf(plans[i], folder))!;
            void Show(string? line)
            {
                if (line is null)
                    return;
                lock (show)
                    console.WriteLine(line);
            }

            process.OutputDataReceived += (_, e) => Show(e.Data);
            process.ErrorDataReceived += (_, e) => Show(e.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            // A Ctrl-C reaches it too, and it stops with a checkpoint.
            process.WaitForExit();
            records[i] = File.Exists(new RunFolder(folder).RecordPath)
                ? new RunFolder(folder).ReadRecord()
                : throw new IOException($"The run of {plans[i].Name} ended with {process.ExitCode} and left no record.");
        });
        return [.. records.OfType<RunRecord>()];
    }

    private static ProcessStartInfo StartOf(RunPlan plan, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Under the host of .NET the program is its first argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var argument in (string[])["run", plan.Experiment, "--out", folder, "--steps", Text(plan.Settings.Steps), "--seed", Text(plan.Settings.Seed), "--threads", Text(plan.Threads)])
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
