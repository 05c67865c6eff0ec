using System.Diagnostics;

namespace Samples.Tests;

/// <summary>A sample as its user runs it, in a process of its own, with environment variables.</summary>
internal static class SampleProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static (int Code, string Output, string Errors) Run(string name, IEnumerable<string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, $"{name}.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var setting in settings)
            start.Environment[setting[..setting.IndexOf('=')]] = setting[(setting.IndexOf('=') + 1)..];
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (process.WaitForExit(Patience))
            return (process.ExitCode, output.Result, errors.Result);
        process.Kill();
        throw new TimeoutException($"{name} did not end.");
    }
}
