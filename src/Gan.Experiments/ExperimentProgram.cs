using System.Reflection;
using Spectre.Console;

namespace Gan.Experiments;

/// <summary>The command line over a program's experiments. A program calls <c>GanExperiments.RunAsync(args)</c>, which the compiler writes with the list of its experiments.</summary>
public static class ExperimentProgram
{
    /// <summary>Runs the command that the arguments name; without one, the default experiment.</summary>
    /// <param name="arguments">The program's.</param>
    /// <param name="experiments">The program's experiments.</param>
    /// <param name="code">The program's assembly, whose version a checkpoint names.</param>
    /// <returns>The exit code: 0 done, 1 failed, 2 wrong arguments, 130 stopped by Ctrl-C.</returns>
    public static async Task<int> RunAsync(string[] arguments, IReadOnlyList<Experiment> experiments, Assembly code)
    {
        using var stop = new CancellationTokenSource();
        void OnCancel(object? sender, ConsoleCancelEventArgs press)
        {
            // The first Ctrl-C asks a training to stop with a checkpoint, a second one ends the process.
            press.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }

        Console.CancelKeyPress += OnCancel;
        try
        {
            return await Task.Run(() => new ExperimentCommands(experiments, code, AnsiConsole.Console, Console.Error, stop.Token).Run(arguments)).ConfigureAwait(false);
        }
        finally
        {
            Console.CancelKeyPress -= OnCancel;
        }
    }
}
