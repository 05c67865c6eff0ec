using System.Text.RegularExpressions;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Runs;

/// <summary>A user's program, killed again and again.</summary>
public sealed partial class KilledProgramTests : IDisposable
{
    private const int Runs = 2, Kills = 7;

    private readonly TemporaryFolder temporary = new();
    private readonly int seed = Random.Shared.Next();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void ARunThatIsKilledAgainAndAgainAndResumedEndsAsOneThatWasNot()
    {
        var whole = new RunFolder(temporary.File("whole"));
        Assert.Equal(0, ChildProcess.Run("run", nameof(LongExperiment), "--out", whole.Path).Code);
        var random = new Random(seed);
        var inTraining = 0;
        for (var run = 0; run < Runs; run++)
        {
            var folder = new RunFolder(temporary.File($"killed {run}"));
            for (var kill = 0; kill < Kills; kill++)
                inTraining += Kill(folder, random, afterLines: kill % 2 == 0 ? random.Next(1, 4) : 0) ? 1 : 0;
            var (code, output) = ChildProcess.Run(CommandFor(folder));
            Assert.True(code == 0, $"Seed {seed}: exit code {code}: {output}");
            AssertSame(whole, folder);
        }

        Assert.True(inTraining >= Runs, $"Seed {seed}: {inTraining} kills met a training.");
    }

    // One that was killed before it had a record has done nothing: it is run anew.
    private static string[] CommandFor(RunFolder folder) =>
        File.Exists(folder.RecordPath) ? ["resume", folder.Path] : ["run", nameof(LongExperiment), "--out", folder.Path];

    /// <returns>Whether it met a training.</returns>
    private static bool Kill(RunFolder folder, Random random, int afterLines)
    {
        using var process = ChildProcess.Start(CommandFor(folder));
        // Without lines to wait for: from before the program's first line of code to some way into the training.
        for (var i = 0; i < afterLines && process.StandardOutput.ReadLine() is not null; i++)
        {
        }

        Thread.Sleep(random.Next(afterLines > 0 ? 60 : 1500));
        process.Kill();
        process.WaitForExit();
        return afterLines > 0 && process.ExitCode != 0;
    }

    private void AssertSame(RunFolder whole, RunFolder killed)
    {
        AssertSame(new CheckpointFolder(whole.CheckpointsPath).Newest!, new CheckpointFolder(killed.CheckpointsPath).Newest!);
        AssertSame(whole.WeightsPath, killed.WeightsPath);
        AssertSame(whole.StepsPath, killed.StepsPath);
        Assert.Equal(whole.Samples.Select(Path.GetFileName), killed.Samples.Select(Path.GetFileName));
        foreach (var (one, other) in whole.Samples.Zip(killed.Samples))
            AssertSame(one, other);
        Assert.Equal(WithoutTime(whole), WithoutTime(killed));
    }

    private void AssertSame(string one, string other) => Assert.True(File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other)), $"Seed {seed}: {one} and {other} differ.");

    private static string WithoutTime(RunFolder folder) => Seconds().Replace(File.ReadAllText(folder.RecordPath), "");

    [GeneratedRegex("\"Seconds\": [^,]*,")]
    private static partial Regex Seconds();
}
