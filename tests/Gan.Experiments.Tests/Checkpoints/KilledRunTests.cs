using Gan.Experiments.Checkpoints;
using Gan.Experiments.Checkpoints.State;
using Gan.Experiments.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Checkpoints;

public sealed class KilledRunTests : IDisposable
{
    private const int Steps = 120;
    private const int Kills = 12;
    private readonly TemporaryFolder temporary = new();
    private readonly int seed = Random.Shared.Next();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void ARunThatIsKilledAgainAndAgainEndsAsOneThatWasNot()
    {
        var expected = End();
        var folder = new CheckpointFolder(temporary.Path);
        var random = new Random(seed);
        var cutShort = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            Kill(random, isWriting: kill % 2 == 0);
            cutShort += Directory.GetFiles(temporary.Path, "*.tmp").Length;
            Assert.InRange(folder.Files.Count, 0, folder.Keep + 1);
            foreach (var file in folder.Files)
                Checkpoint.Read(file).Dispose();
        }
        Assert.True(cutShort > 0, $"Seed {seed}: no kill met a checkpoint that was being written.");
        Assert.Equal((seed, expected), (seed, End(temporary.Path)));
    }

    /// <summary>The child: trains to the end, from the last checkpoint if there is one, and writes a line for each step.</summary>
    internal static void Train(string[] arguments)
    {
        set_num_threads(1);
        using var run = new SampleRun(1);
        run.State.Add("ballast", new Ballast(run));
        var folder = arguments is [var path] ? new CheckpointFolder(path) : null;
        if (folder?.Files.Count > 0)
        {
            using var checkpoint = folder.ReadLatest(out var damaged);
            Assert.Empty(damaged);
            run.Resume(checkpoint);
        }
        Console.WriteLine("ready");
        while (run.Step < Steps)
        {
            run.Train(2);
            folder?.Write(run.Info, run.State);
            Console.WriteLine(run.Step);
        }
        Console.WriteLine(run.Fingerprint());
    }

    /// <summary>The last line of a run that nobody kills.</summary>
    private static string End(params string[] arguments)
    {
        using var process = ChildProcess.Start(Train, arguments);
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return lines[^1];
    }

    private void Kill(Random random, bool isWriting)
    {
        using var process = ChildProcess.Start(Train, temporary.Path);
        Assert.Equal("ready", process.StandardOutput.ReadLine());
        for (var lines = random.Next(4); lines > 0; lines--)
            Assert.NotNull(process.StandardOutput.ReadLine());
        if (isWriting)
            Assert.True(SpinWait.SpinUntil(() => Directory.GetFiles(temporary.Path, "*.tmp").Length > 0, TimeSpan.FromMinutes(1)), $"Seed {seed}: no checkpoint is begun within a minute.");
        else
            Thread.Sleep(random.Next(50));
        // SIGKILL, or what comes nearest to it.
        process.Kill();
        process.WaitForExit();
        Assert.True(process.ExitCode != 0, $"Seed {seed}: the training was over before it was killed.");
    }

    /// <summary>Makes writing take a while, and sees that a file is of one step.</summary>
    private sealed class Ballast(SampleRun run) : IStatePart
    {
        public IReadOnlyDictionary<string, Tensor> Capture() => new Dictionary<string, Tensor> { ["step"] = full([1 << 20], run.Step, dtype: ScalarType.Int64) };

        public Action Restoring(IReadOnlyDictionary<string, Tensor> tensors)
        {
            var step = tensors["step"];
            return () => Assert.True(step.eq(run.Step).all().ToBoolean());
        }
    }
}
