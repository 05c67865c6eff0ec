using System.Diagnostics;
using System.Reflection;

namespace Gan.Runtime.Tests.Support;

/// <summary>
/// Runs a static method of this assembly in a process of its own: libtorch can end a process where no exception is caught, and says some things
/// only once.
/// </summary>
public static class ChildProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public sealed record Result(int ExitCode, string Output, string Errors);

    /// <param name="method">Static, without parameters.</param>
    /// <param name="settings">Environment variables as the runtime reads them: <c>NAME=value</c>.</param>
    public static Result Run(Action method, params string[] settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", typeof(ChildProcess).Assembly.Location, method.Method.DeclaringType!.FullName!, method.Method.Name },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var setting in settings)
            start.Environment[setting[..setting.IndexOf('=')]] = setting[(setting.IndexOf('=') + 1)..];
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (process.WaitForExit(Patience))
            return new(process.ExitCode, output.Result, errors.Result);
        process.Kill();
        throw new TimeoutException($"{method.Method.Name} did not end.");
    }

    /// <summary>The child's side: the entry point of the test assembly, given a type and a method.</summary>
    public static int Main(string[] arguments)
    {
        if (arguments is [var type, var method])
            Type.GetType(type)!.GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!.Invoke(null, null);
        return 0;
    }
}
