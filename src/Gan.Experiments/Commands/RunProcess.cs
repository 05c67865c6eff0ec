using System.Diagnostics;
using System.Globalization;
using Gan.Experiments.Commands.Progress;
using Gan.Experiments.Runs;

namespace Gan.Experiments.Commands;

/// <summary>A run in a process of its own.</summary>
/// <remarks>
/// It stops with a checkpoint where its standard input ends: so it does when this process is asked to stop, by whatever signal, and when it is gone. A terminal's Ctrl-C reaches both; for
/// a child both are one wish.
/// </remarks>
/// <param name="board">Shows what it writes.</param>
/// <param name="program">How it is started, but for its arguments.</param>
internal sealed class RunProcess(RunBoard board, Func<ProcessStartInfo> program)
{
    /// <summary>The option that a child is given.</summary>
    public const string ChildOption = "--child";

    /// <summary>The option's value where lines are redrawn, and where they are not.</summary>
    public const string Live = "live", Plain = "plain";

    /// <summary>Starts this program once more.</summary>
    public static ProcessStartInfo ThisProgram()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        // Under the host of .NET the program is its first argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        return start;
    }

    /// <summary>Runs a plan in a folder.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public async Task<int> Run(RunPlan plan, string folder, CancellationToken stop)
    {
        using var process = Process.Start(StartOf(plan, folder))!;
        process.OutputDataReceived += (_, e) => Pass(plan, e.Data);
        process.ErrorDataReceived += (_, e) => Pass(plan, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (stop.Register(process.StandardInput.Close))
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        return process.ExitCode;
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
        var start = program();
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
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
