using FashionGan;
using Gan.Experiments;

namespace Samples.Tests;

public sealed class FashionGanTests
{
    [Fact]
    public void TheDefaultRunWritesItsPage()
    {
        using var folder = new TemporaryFolder();
        var run = new RunFolder(folder.File("run"));
        Assert.Equal(0, Sample.Run("FashionGan", "--steps", "3", "--out", run.Path));
        var record = run.ReadRecord();
        Assert.Equal(("Clothes", "FashionObjective", RunStatus.Done, 3), (record.Experiment, record.Objective, record.Status, (int)record.Step));
        Assert.Contains(record.Metrics, static metric => metric.Name == MetricNames.Classes);
        Assert.Equal("0.5 E‖∇D(x)‖², every 4 steps and times 4", Assert.Single(record.Penalties).Text);
        // The last grid of 8 by 8 pictures and the walks of 4 by 8, twice as large, with 2 pixels around each, are in the page as they are in their files.
        Assert.Equal((466, 466), Picture.SizeOf(run.SamplePath(3)));
        Assert.Equal((466, 234), Picture.SizeOf(run.WalkPath));
        var page = File.ReadAllText(run.ReportPath);
        Assert.Contains("<!doctype html>", page, StringComparison.OrdinalIgnoreCase);
        Assert.All((string[])[run.SamplePath(3), run.WalkPath], path => Assert.Contains(Convert.ToBase64String(File.ReadAllBytes(path)), page, StringComparison.Ordinal));
        Assert.Equal(0, Sample.Run("FashionGan", "resume", run.Path, "--steps", "4"));
        Assert.Equal(4, run.ReadRecord().Step);
    }

    [Theory]
    [InlineData("ClothesByHinge")]
    [InlineData("ClothesByLeastSquares")]
    [InlineData("ClothesByR3Gan")]
    public void EveryExperimentRuns(string name)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, Sample.Run("FashionGan", "run", name, "--steps", "2", "--out", folder.File(name)));
    }

    [Fact]
    public void WrongOptionsAreRefused() => Assert.Equal(2, Sample.Run("FashionGan", "run", "Shoes"));

    [Fact]
    public void TheShippedPicturesAreRead()
    {
        using var data = new FashionMnist();
        Assert.Equal((10_000, 10), (data.Count, data.Classes.Count));
        Assert.Equal([1, 28, 28], data.SampleShape);
    }
}
