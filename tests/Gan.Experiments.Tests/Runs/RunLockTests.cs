using Gan.Experiments.Runs;
using Gan.Experiments.Tests.Support;
using Gan.Experiments.Training;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>One process at a time trains in a folder.</summary>
public sealed class RunLockTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void AFolderIsHeldUntilItIsLetGo()
    {
        using (RunLock.Take(Folder))
        {
            var exception = Assert.Throws<RunHeldException>(() => RunLock.Take(Folder));
            Assert.Equal($"Another process is training in {Folder.Path}: wait for it, or stop it.", exception.Message);
            RunLock.Take(new RunFolder(temporary.File("other"))).Dispose();
        }

        RunLock.Take(Folder).Dispose();
    }

    [Fact]
    public void NeverDoTwoHoldOne()
    {
        const int Rounds = 3000;
        var (holders, taken, both) = (0, 0, 0);
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                try
                {
                    using var hold = RunLock.Take(Folder);
                    if (Interlocked.Increment(ref holders) > 1)
                        Interlocked.Increment(ref both);
                    Interlocked.Increment(ref taken);
                    Thread.SpinWait(200);
                    Interlocked.Decrement(ref holders);
                }
                catch (RunHeldException)
                {
                    Thread.Yield();
                }
            }
        })).ToArray();
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        Assert.Equal(0, both);
        Assert.True(taken >= Rounds / 2, $"It was held {taken} times.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("\0\0\uFFFDnonsense")]
    public void WhatTheFileHoldsDoesNotMatter(string text)
    {
        Directory.CreateDirectory(Folder.Path);
        File.WriteAllText(Folder.LockPath, text);
        using (RunLock.Take(Folder))
            Assert.Throws<RunHeldException>(() => RunLock.Take(Folder));
        Assert.Equal(RunStatus.Done, New().Start(Plan, [], CancellationToken.None).Status);
    }

    [Fact]
    public void WhatIsBeingTrainedIsNotResumed()
    {
        using var second = new Second(() => New().Resume(null, [], CancellationToken.None));
        Assert.Equal(RunStatus.Done, New().Start(Plan, [second], CancellationToken.None).Status);
        Assert.Contains("Another process is training in", Assert.IsType<RunHeldException>(second.Exception).Message);
        Assert.Equal(RunStatus.Done, New().Resume(14, [], CancellationToken.None).Status);
    }

    [Fact]
    public void WhereAnotherHasNotWrittenItsRecordYetNoneBegins()
    {
        using (RunLock.Take(Folder))
            Assert.Throws<RunHeldException>(() => New().Start(Plan, [], CancellationToken.None));
        Assert.Equal([Folder.LockPath], Directory.GetFiles(Folder.Path));
        Assert.Equal(RunStatus.Done, New().Start(Plan, [], CancellationToken.None).Status);
    }

    [Fact]
    public void WhereThereIsNoRunAResumeMakesNothing()
    {
        Assert.Throws<InvalidDataException>(() => New().Resume(null, [], CancellationToken.None));
        Assert.False(Directory.Exists(Folder.Path));
    }

    [Fact]
    public void AFolderThatCannotBeHeldIsAFailedRun()
    {
        Directory.CreateDirectory(Folder.LockPath);
        var record = New().Start(Plan, [], CancellationToken.None);
        Assert.Equal((RunStatus.Failed, record.Failure), (Folder.ReadRecord().Status, Folder.ReadRecord().Failure));
        Assert.StartsWith("Starting the run failed: ", record.Failure);
        Assert.Contains(Folder.LockPath, record.Failure);
        Directory.Delete(Folder.LockPath);
        Assert.Equal(RunStatus.Done, New().Start(Plan, [], CancellationToken.None).Status);
    }

    [Fact]
    public void AnotherProcessIsRefusedAndAKilledOneLetsGo()
    {
        using var first = ChildProcess.Start("run", nameof(EndlessExperiment), "--out", Folder.Path);
        try
        {
            Assert.True(SpinWait.SpinUntil(() => File.Exists(Folder.StepsPath) && new FileInfo(Folder.StepsPath).Length > 2000, TimeSpan.FromMinutes(1)), "No steps within a minute.");
            using (var second = ChildProcess.Start("resume", Folder.Path))
            {
                var hasEnded = second.WaitForExit(TimeSpan.FromMinutes(1));
                second.Kill();
                Assert.True(hasEnded, "A second process trains in the folder.");
                Assert.Equal(1, second.ExitCode);
            }

            Assert.Throws<RunHeldException>(() => RunLock.Take(Folder));
            Assert.False(first.HasExited);
            Assert.Equal(RunStatus.Running, Folder.ReadRecord().Status);
        }
        finally
        {
            first.Kill();
            first.WaitForExit();
        }

        RunLock.Take(Folder).Dispose();
    }

    private RunFolder Folder => new(temporary.File("run"));

    private static RunPlan Plan => new(nameof(PlaneExperiment), new PlaneExperiment().Settings, new Dictionary<string, double>(), 1);

    private ExperimentRun New() => new(new PlaneExperiment(), Folder, typeof(RunLockTests).Assembly);

    /// <summary>Tries something in the middle of a run, and keeps what it throws.</summary>
    private sealed class Second(Action attempt) : IRunObserver
    {
        public Exception? Exception { get; private set; }

        public void OnStart(RunStart start)
        {
        }

        public void OnStep(StepNumbers numbers)
        {
            if (numbers.Step == 3)
                Exception = Record.Exception(attempt);
        }

        public void OnSamples(long step, Tensor samples, GanData data)
        {
        }

        public void Dispose()
        {
        }
    }
}
