using System.Diagnostics;
using System.Reflection;
using Gan.Experiments.Tests.Runs;

namespace Gan.Experiments.Tests.Support;

/// <summary>Runs this assembly in a process of its own, which can be killed: a static method of it, or its experiments as a user's program.</summary>
public static class ChildProcess
{
    /// <summary>Starts a method; what it writes to the console is the process's output.</summary>
    public static Process Start(Action<string[]> method, params string[] arguments) =>
        Start([method.Method.DeclaringType!.FullName!, method.Method.Name, .. arguments]);

    /// <summary>Starts the program of <see cref="ChildExperiments"/> with a command line.</summary>
    public static Process Start(params string[] arguments)
    {
        string[] command = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "exec", typeof(ChildProcess).Assembly.Location, .. arguments];
        // What a shell runs in the background ignores Ctrl-C, and so would the programs that it starts.
        if (OperatingSystem.IsLinux())
            command = ["env", "--default-signal=INT", .. command];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true };
        foreach (var argument in command.Skip(1))
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Runs the program to its end.</summary>
    /// <returns>The exit code, and what it wrote.</returns>
    public static (int Code, string Output) Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    /// <summary>Sends a signal by its name, such as INT.</summary>
    public static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>The child's side: the entry point of the test assembly, given a type, a method and its arguments, or a command line.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var type, var method, .. var rest] || Type.GetType(type) is not { } owner)
            return await ExperimentProgram.RunAsync(arguments, ChildExperiments.All, typeof(ChildProcess).Assembly);
        owner.GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!.Invoke(null, [rest]);
        return 0;
    }
}
