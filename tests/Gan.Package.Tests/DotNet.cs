using System.Collections;
using System.Diagnostics;

namespace Gan.Package.Tests;

/// <summary>Runs the SDK as a person at a prompt would.</summary>
internal static class DotNet
{
    private static string Host { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static (int ExitCode, string Output) Run(string folder, params string[] arguments) => Run(folder, home: null, Host, arguments);

    /// <summary>Runs a line of a shell, in which <c>dotnet</c> is the SDK that runs this test.</summary>
    public static (int ExitCode, string Output) RunLine(string folder, string home, string line) => Run(folder, home, "/bin/sh", "-c", line);

    /// <summary>Runs the SDK for a user whose home is another.</summary>
    public static (int ExitCode, string Output) RunAt(string folder, string home, params string[] arguments) => Run(folder, home, Host, arguments);

    private static (int ExitCode, string Output) Run(string folder, string? home, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the test's own SDK process left here would steer the inner one, and a build server would outlive the test with our pipe in its hands.
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            if (((string)variable.Key).StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || (string)variable.Key == "RunAnalyzers")
                start.Environment.Remove((string)variable.Key);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        if (home is not null)
        {
            start.Environment["HOME"] = start.Environment["DOTNET_CLI_HOME"] = home;
            start.Environment["PATH"] = Path.GetDirectoryName(Host) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
            start.Environment.Remove("NUGET_PACKAGES");
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
