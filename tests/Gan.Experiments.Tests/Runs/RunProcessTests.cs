using System.Diagnostics;
using Gan.Experiments.Commands;
using Gan.Experiments.Commands.Progress;
using Gan.Experiments.Runs;
using Gan.Experiments.Tests.Reports;
using Gan.Experiments.Tests.Support;
using Spectre.Console;

namespace Gan.Experiments.Tests.Runs;

/// <summary>Runs whose processes end otherwise than a run does: shell scripts stand for them, whose third argument is the folder.</summary>
public sealed class RunProcessTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly StringWriter output = new();

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData("exit 130")]
    [InlineData("kill -TERM $$")]
    public void OneThatASignalEndedBeforeItBeganWasNeverStarted(string script)
    {
        Assert.Empty(Run(Shell(script), "a"));
        Assert.False(File.Exists(Folder("a").RecordPath));
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task OneThatEndsWithoutHavingBegunAfterAStopWasNeverStarted()
    {
        using var stop = new CancellationTokenSource();
        var started = temporary.File("started");
        // Until its input ends.
        var runs = Task.Run(() => Run(Shell($"touch '{started}'; cat > /dev/null; exit 7"), stop.Token, "a", "b"));
        Assert.True(SpinWait.SpinUntil(() => File.Exists(started), TimeSpan.FromMinutes(1)), "It is not started within a minute.");
        await stop.CancelAsync();
        Assert.Empty(await runs);
        Assert.False(File.Exists(Folder("a").RecordPath));
        Assert.Equal(ExitCodes.Stopped, ExitCodes.Of([], wanted: 2));
    }

    [Fact]
    public void OneThatCannotBeStartedFailsAndTheOthersGoOn()
    {
        var starts = new Queue<Func<ProcessStartInfo>>([() => new(temporary.File("nothing")), Shell(Leaving(RunStatus.Done))]);
        var records = Run(() => starts.Dequeue()(), "a", "b");
        Assert.Equal([RunStatus.Failed, RunStatus.Done], records.Select(static record => record.Status));
        Assert.StartsWith("The process of a failed: Win32Exception: ", records[0].Failure);
        Assert.Contains("resume ", records[0].Failure);
        Assert.Equal((RunStatus.Failed, records[0].Failure), (Folder("a").ReadRecord().Status, Folder("a").ReadRecord().Failure));
        Assert.Contains($"failed: a: {records[0].Failure}", output.ToString());
    }

    [Fact]
    public void OneWhoseRecordIsDamagedFailsAndTheOthersGoOn()
    {
        var starts = new Queue<Func<ProcessStartInfo>>([Shell("mkdir -p \"$3\"; echo nonsense > \"$3/run.json\""), Shell(Leaving(RunStatus.Done))]);
        var records = Run(() => starts.Dequeue()(), "a", "b");
        Assert.Equal([RunStatus.Failed, RunStatus.Done], records.Select(static record => record.Status));
        Assert.StartsWith($"The process of a failed: {Folder("a").RecordPath} is damaged: ", records[0].Failure);
    }

    [Fact]
    public void OneInWhoseFolderNothingCanBeWrittenFails()
    {
        File.WriteAllText(Folder("a").Path, "a file where a folder should be");
        var record = Assert.Single(Run(Shell("exit 1"), "a"));
        Assert.Equal(RunStatus.Failed, record.Status);
        Assert.StartsWith("The process of a failed: It ended with exit code 1 before the run was done. This message could not be written to the folder: ", record.Failure);
    }

    [Theory]
    [InlineData("exit 3", 1)]
    [InlineData("exit 130", 0)]
    public void AnOlderFailureIsNotThisRuns(string script, int expected)
    {
        Directory.CreateDirectory(Folder("a").Path);
        Folder("a").Write(MadeRun.Record with { Step = 0, Status = RunStatus.Failed, Failure = "The moon is full." });
        var records = Run(Shell(script), "a");
        Assert.Equal(expected, records.Length);
        Assert.All(records, static record => Assert.StartsWith("The process of a failed: It ended with exit code 3 before the run was done.", record.Failure));
        Assert.Equal(expected == 0, Folder("a").ReadRecord().Failure == "The moon is full.");
    }

    [Fact]
    public void TheRecordOfARunThatAnotherTrainsIsLeftToIt()
    {
        using var other = RunLock.Take(Folder("a"));
        var record = Assert.Single(Run(Shell(Leaving(RunStatus.Running) + "; exit 1"), "a"));
        Assert.Equal(RunStatus.Failed, record.Status);
        Assert.EndsWith($"This message could not be written to the folder: Another process is training in {Folder("a").Path}: wait for it, or stop it.", record.Failure);
        Assert.Equal(RunStatus.Running, Folder("a").ReadRecord().Status);
    }

    private RunFolder Folder(string name) => new(temporary.File(name));

    private static Func<ProcessStartInfo> Shell(string script) => () => new("/bin/sh") { ArgumentList = { "-c", script } };

    /// <summary>A script that leaves a record.</summary>
    private string Leaving(RunStatus status)
    {
        var made = Folder("made");
        Directory.CreateDirectory(made.Path);
        made.Write(MadeRun.Record with { Status = status });
        return $"mkdir -p \"$3\"; cp '{made.RecordPath}' \"$3/run.json\"";
    }

    private RunRecord[] Run(Func<ProcessStartInfo> program, params string[] names) => Run(program, CancellationToken.None, names);

    private RunRecord[] Run(Func<ProcessStartInfo> program, CancellationToken stop, params string[] names)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        var plans = names.Select(static name => new RunPlan(name, new(), new Dictionary<string, double>(), 1)).ToArray();
        return new ParallelRuns(new RunBoard(console, isLive: false), 1, "code", program).Run(plans, plan => Folder(plan.Name).Path, stop);
    }
}
