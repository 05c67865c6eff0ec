using Gan.Experiments.Runs;

namespace Gan.Experiments.Tests.Runs;

public sealed class MissingArgumentTests
{
    private static readonly PlaneExperiment s_experiment = new();

    [Fact]
    public async Task AProgramNamesThem()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("arguments", () => ExperimentProgram.RunAsync(null!, [], GetType().Assembly));
        await Assert.ThrowsAsync<ArgumentNullException>("experiments", () => ExperimentProgram.RunAsync([], null!, GetType().Assembly));
        await Assert.ThrowsAsync<ArgumentNullException>("code", () => ExperimentProgram.RunAsync([], [], null!));
    }

    [Fact]
    public void ARunNamesThemAndMakesNothing()
    {
        var folder = new RunFolder(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
        var run = new ExperimentRun(s_experiment, folder, GetType().Assembly);
        Assert.Throws<ArgumentNullException>("plan", () => run.Start(null!, [], CancellationToken.None));
        Assert.Throws<ArgumentNullException>("observers", () => run.Start(new(s_experiment.Name, s_experiment.Settings, new Dictionary<string, double>(), 1), null!, CancellationToken.None));
        Assert.Throws<ArgumentNullException>("observers", () => run.Resume(null, null!, CancellationToken.None));
        Assert.Throws<ArgumentNullException>("record", () => folder.Write(null!));
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public void APlanNamesThem()
    {
        Assert.Throws<ArgumentNullException>("record", static () => RunPlan.Of(null!));
        Assert.Throws<ArgumentNullException>("experiment", static () => RunPlan.SweepOf(null!, new(), 1));
        Assert.Throws<ArgumentNullException>("settings", static () => RunPlan.SweepOf(s_experiment, null!, 1));
        Assert.Throws<ArgumentNullException>("json", static () => RunPlan.FromJson(null!));
    }
}
