using System.Reflection;
using System.Runtime.InteropServices;
using Gan.Experiments.Commands;
using Gan.Experiments.Commands.Screen;
using Spectre.Console;

namespace Gan.Experiments;

/// <summary>The command line over a program's experiments. A program calls <c>GanExperiments.RunAsync(args)</c>, which the compiler writes with the list of its experiments.</summary>
public static class ExperimentProgram
{
    private const int PlainWidth = 300;

    /// <summary>Runs the command that the arguments name; without one, the default experiment.</summary>
    /// <param name="arguments">The program's.</param>
    /// <param name="experiments">The program's experiments.</param>
    /// <param name="code">The program's assembly, whose version a checkpoint names.</param>
    /// <returns>The exit code: 0 done, 1 failed, 2 wrong arguments, 130 stopped by Ctrl-C or SIGTERM.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>
    /// What goes wrong in a run, in its files or on the command line is a message and an exit code. Only what is neither of them is thrown on: an experiment whose settings or objective
    /// throw where they are merely listed, if it is no <see cref="ArgumentException"/> and nothing of files.
    /// </remarks>
    public static async Task<int> RunAsync(string[] arguments, IReadOnlyList<Experiment> experiments, Assembly code)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(experiments);
        ArgumentNullException.ThrowIfNull(code);
        using var stop = new CancellationTokenSource();
        void OnSignal(PosixSignalContext signal)
        {
            // The first asks a training to stop with a checkpoint, a second one ends the process.
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }

        var errors = new ScreenWriter(Console.Error, static _ => { });
        var console = AnsiConsole.Console;
        console.Profile.Out = new ScreenOutput(console.Profile.Out, new ScreenWriter(Console.Out, reason => errors.WriteLine($"warning: the standard output cannot be written ({reason}). Further output is lost, and the command continues.")));
        // Where there is no terminal a table has no width to fit in, and is cut for nothing.
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = PlainWidth;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        return await Task.Run(() => new ExperimentCommands(experiments, code, console, errors, stop.Token).Run(arguments)).ConfigureAwait(false);
    }
}
