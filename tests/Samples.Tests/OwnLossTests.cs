using Gan.Experiments;

namespace Samples.Tests;

public sealed class OwnLossTests
{
    [Fact]
    public void ARunWritesItsPage()
    {
        using var folder = new TemporaryFolder();
        var run = Run(folder, "run", "--seed", "1");
        var record = run.ReadRecord();
        Assert.Equal(("SoftMarginOnRing", "SoftMargin", RunStatus.Done, 4), (record.Experiment, record.Objective, record.Status, (int)record.Step));
        Assert.Equal(0.5, record.Hyperparameters["Margin"]);
        Assert.Contains(record.Metrics, static metric => metric.Name == MetricNames.Modes);
        var page = File.ReadAllText(run.ReportPath);
        Assert.Contains("SoftMargin", page, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(File.ReadAllBytes(run.Samples[^1])), page, StringComparison.Ordinal);
        var size = Picture.SizeOf(run.Samples[^1]);
        Assert.True(size is { Width: > 100, Height: > 100 }, $"{size}");
    }

    [Fact]
    public void TheSeedMakesTheRun()
    {
        using var folder = new TemporaryFolder();
        var (a, b, other) = (Run(folder, "a", "--seed", "1"), Run(folder, "b", "--seed", "1"), Run(folder, "c", "--seed", "2"));
        Assert.Equal(Bytes(a), Bytes(b));
        Assert.NotEqual(File.ReadAllBytes(a.WeightsPath), File.ReadAllBytes(other.WeightsPath));

        static string[] Bytes(RunFolder run) => [.. ((string[])[run.WeightsPath, run.StepsPath, .. run.Samples]).Select(path => Convert.ToHexString(File.ReadAllBytes(path)))];
    }

    [Fact]
    public void TheMarginsAreCompared()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, Sample.Run("OwnLoss", "run", "--sweep", "--steps", "2", "--out", folder.File("margins")));
        Assert.Equal(3, Directory.GetDirectories(folder.File("margins")).Length);
        Assert.Contains("Margin (sweep)", File.ReadAllText(folder.File("margins/comparison.html")), StringComparison.Ordinal);
    }

    // Its README says that the whole program is one short file.
    [Fact]
    public void TheProgramIsShort() => Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "samples", "OwnLoss", "Program.cs")).Count(), 1, 59);

    private static RunFolder Run(TemporaryFolder folder, string name, params string[] arguments)
    {
        var run = new RunFolder(folder.File(name));
        Assert.Equal(0, Sample.Run("OwnLoss", ["--steps", "4", "--out", run.Path, .. arguments]));
        return run;
    }
}
