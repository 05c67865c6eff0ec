using System.Reflection;
using System.Runtime.InteropServices;
using Gan.Experiments.Commands;
using Gan.Experiments.Commands.Screen;
using Gan.Runtime;
using Spectre.Console;

namespace Gan.Experiments;

/// <summary>Runs the command line of a program with experiments. A program calls <c>GanExperiments.RunAsync(args)</c>, which the generator writes, with the list of its experiments.</summary>
public static class ExperimentProgram
{
    private const int PlainWidth = 300;

    /// <summary>Runs the command that the arguments name or, without a command, the default experiment.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <param name="experiments">The experiments of the program.</param>
    /// <param name="code">The assembly of the program, whose version checkpoints record.</param>
    /// <returns>The exit code: 0 for success, 1 for a failure, 2 for wrong arguments, 130 if Ctrl-C or SIGTERM stopped the program.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>
    /// An error in a run, its files or the arguments is shown as a message, and sets the exit code. An exception is thrown only if the settings or the objective of an experiment
    /// throw one when the experiments are listed, and it is neither an <see cref="ArgumentException"/> nor an error of files.
    /// </remarks>
    public static async Task<int> RunAsync(string[] arguments, IReadOnlyList<Experiment> experiments, Assembly code)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(experiments);
        ArgumentNullException.ThrowIfNull(code);
        // As long as nothing has loaded the tensor library.
        IdleThreads.Sleep();
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
