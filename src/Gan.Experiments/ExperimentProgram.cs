using System.Reflection;

namespace Gan.Experiments;

/// <summary>The command line over a program's experiments. A program calls <c>GanExperiments.RunAsync(args)</c>, which the compiler writes with the list of its experiments.</summary>
public static class ExperimentProgram
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="arguments">The program's.</param>
    /// <param name="experiments">The program's experiments.</param>
    /// <param name="code">The program's assembly, whose version a checkpoint names.</param>
    /// <returns>The exit code: 0 done, 1 failed, 2 wrong arguments, 130 stopped by Ctrl-C.</returns>
    public static Task<int> RunAsync(string[] arguments, IReadOnlyList<Experiment> experiments, Assembly code) => throw new NotImplementedException();
}
