using Gan.Experiments;

namespace FashionGan.Tests;

/// <summary>The sample as its user runs it.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task TheDefaultRunWritesItsPage()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "run");
        Assert.Equal(0, await GanExperiments.RunAsync(["--steps", "3", "--out", path]));
        var record = new RunFolder(path).ReadRecord();
        Assert.Equal(("Clothes", "FashionObjective", RunStatus.Done, 3), (record.Experiment, record.Objective, record.Status, (int)record.Step));
        Assert.Contains(record.Metrics, static metric => metric.Name == MetricNames.Classes);
        Assert.Contains("<!doctype html>", File.ReadAllText(Path.Combine(path, "report.html")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await GanExperiments.RunAsync(["resume", path, "--steps", "4"]));
        Assert.Equal(4, new RunFolder(path).ReadRecord().Step);
    }

    [Theory]
    [InlineData("ClothesByHinge")]
    [InlineData("ClothesByLeastSquares")]
    [InlineData("ClothesByR3Gan")]
    public async Task EveryExperimentRuns(string name)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, await GanExperiments.RunAsync(["run", name, "--steps", "2", "--out", Path.Combine(folder.Path, name)]));
    }

    [Fact]
    public async Task WrongOptionsAreRefused() => Assert.Equal(2, await GanExperiments.RunAsync(["run", "Shoes"]));

    [Fact]
    public void TheShippedPicturesAreRead()
    {
        using var data = new FashionMnist();
        Assert.Equal((10_000, 10), (data.Count, data.Classes.Count));
        Assert.Equal([1, 28, 28], data.SampleShape);
    }
}
