using System.Diagnostics;
using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Runs;

/// <summary>A standard output that is closed or full costs what would be shown, never a training.</summary>
public sealed class LostOutputTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData(">&-")]
    [InlineData("> /dev/full")]
    public void ATrainingGoesOnToItsEnd(string redirection)
    {
        var folder = new RunFolder(temporary.File("run"));
        var (code, errors) = Shell(redirection, "run", nameof(SweptExperiment), "--out", folder.Path);
        Assert.Matches(@"^warning: the standard output cannot be written \([^)]+\)\. Further output is lost, and the command continues\.\n$", errors);
        Assert.DoesNotContain("path", errors);
        Assert.Equal(0, code);
        Assert.Equal(RunStatus.Done, folder.ReadRecord().Status);
        Assert.True(File.Exists(folder.ReportPath));
        Assert.False(File.Exists(folder.ErrorPath));
    }

    [Theory]
    [InlineData(">&-")]
    [InlineData("> /dev/full")]
    public void AListThatNobodySeesHasFailed(string redirection)
    {
        var (code, errors) = Shell(redirection, "list");
        Assert.StartsWith("warning: the standard output cannot be written (", errors);
        Assert.Equal(1, code);
    }

    [Fact]
    public void ATrainingOutlivesWhoeverReadsItsFirstLine()
    {
        var folder = new RunFolder(temporary.File("run"));
        var (_, errors) = Shell("| head -n 1", "run", nameof(LongExperiment), "--out", folder.Path);
        Assert.Empty(errors);
        Assert.Equal(RunStatus.Done, folder.ReadRecord().Status);
    }

    [Fact]
    public void WithoutAnyStreamAnErrorIsStillAnExitCode() => Assert.Equal(2, Shell(">&- 2>&-", "run", "--nonsense").Code);

    private static (int Code, string Errors) Shell(string redirection, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] program = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "exec", typeof(LostOutputTests).Assembly.Location, .. arguments];
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"\"$@\" {redirection}");
        start.ArgumentList.Add("sh");
        foreach (var argument in program)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors.Result);
    }
}
