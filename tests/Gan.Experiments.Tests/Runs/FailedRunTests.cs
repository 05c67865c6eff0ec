using Gan.Experiments.Checkpoints;
using Gan.Experiments.Reports;
using Gan.Experiments.Runs;
using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>Whatever goes wrong in a run is one message in its record, and the run goes on from its last checkpoint once it is put right.</summary>
public sealed class FailedRunTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void DataThatAreMissing()
    {
        var record = Fail(new() { Data = () => new IdxImages(temporary.File("nothing-idx3-ubyte.gz")) });
        Assert.StartsWith("Creating the data set failed: ", record.Failure);
        Assert.Contains("nothing-idx3-ubyte.gz", record.Failure);
        Assert.Equal(0, record.Step);
        // Nothing was trained: the run can be begun anew.
        Assert.Equal(RunStatus.Done, Start(new PlaneExperiment()).Status);
        Assert.False(File.Exists(Folder.ErrorPath));
    }

    [Fact]
    public void DataThatAreTooFewForMetrics()
    {
        var record = Fail(new() { Data = static () => new GaussianMixture(GaussianMixture.Ring(5), 0.1, count: 5) });
        Assert.StartsWith("Creating the data set failed: MetricSamples must be 0 for ", record.Failure);
        Assert.Equal(0, record.Step);
    }

    [Fact]
    public void AnObjectiveThatIsRefused()
    {
        var record = Fail(new() { Objective = static () => throw new ArgumentException("Gamma must not be negative.") });
        Assert.StartsWith("Creating the objective and the networks failed: Gamma must not be negative. There is no checkpoint before it. Fix the cause, then run `resume ", record.Failure);
    }

    [Fact]
    public void ANetworkOfAnotherShape()
    {
        var record = Fail(new() { Discriminator = static () => nn.Sequential(nn.Linear(3, 1)) });
        Assert.StartsWith("Step 0 failed: ", record.Failure);
        // One line of libtorch's, not the list of its functions.
        Assert.DoesNotContain('\n', record.Failure!);
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied", record.Failure);
    }

    [Fact]
    public void AnErrorInAStep()
    {
        var made = 0;
        // Two batches a step: the fifteenth is of step 7, whose checkpoint before is that of step 4.
        var record = Fail(new() { Before = count => count == 16 && ++made == 15 ? throw new InvalidOperationException("The moon is full.") : null });
        Assert.StartsWith("Step 7 failed: InvalidOperationException: The moon is full. The last good checkpoint is step-000000000004.safetensors. Fix the cause, then run `resume ", record.Failure);
        Assert.Equal(7, record.Step);
        Assert.Contains("at Gan.Experiments.Training.TrainingLoop.Step", File.ReadAllText(Folder.ErrorPath));
        AssertResumes();
    }

    [Fact]
    public void SamplesThatAreNoNumbersWhereTheyAreMeasured()
    {
        var record = Fail(new() { Before = static count => count == 100 ? full([count, 4], double.NaN, ScalarType.Float32) : null });
        Assert.StartsWith("Measuring the samples failed: The generator returned NaN or infinite values: it has diverged. The last good checkpoint is step-000000000012.safetensors", record.Failure);
        Assert.Equal(12, record.Step);
        Assert.Empty(record.Metrics);
        AssertResumes();
    }

    [Fact]
    public void AFolderThatCannotBeWritten()
    {
        Directory.CreateDirectory(Folder.Path);
        File.WriteAllText(Folder.CheckpointsPath, "a file where a folder should be");
        var record = Fail(new());
        Assert.StartsWith("Writing the checkpoint of step 4 failed: ", record.Failure);
        Assert.Contains(Folder.CheckpointsPath, record.Failure);
        File.Delete(Folder.CheckpointsPath);
        AssertResumes();
    }

    [Fact]
    public void AFolderThatCannotBeMade()
    {
        File.WriteAllText(temporary.File("file"), "");
        var folder = new RunFolder(Path.Combine(temporary.File("file"), "run"));
        var record = new ExperimentRun(new PlaneExperiment(), folder, GetType().Assembly).Start(Plan(new PlaneExperiment().Settings), [], CancellationToken.None);
        Assert.Equal(RunStatus.Failed, record.Status);
        Assert.Equal($"Starting the run failed: {folder.Path} cannot be the folder of a run: {temporary.File("file")} is a file. Free this path, or name another folder.", record.Failure);
    }

    [Theory]
    [InlineData("MetricSamples", 5)]
    [InlineData("MetricSamples", -1)]
    [InlineData("CheckpointEvery", 0)]
    [InlineData("SampleEvery", 0)]
    [InlineData("Steps", 0)]
    [InlineData("BatchSize", 0)]
    [InlineData("DiscriminatorSteps", 0)]
    [InlineData("Seed", -1)]
    public void ASettingOutOfItsRangeIsNamedBeforeTheRun(string name, int value)
    {
        var settings = new PlaneExperiment().Settings with { };
        typeof(ExperimentSettings).GetProperty(name)!.SetValue(settings, value);
        var exception = Assert.ThrowsAny<ArgumentException>(() => new ExperimentRun(new PlaneExperiment(), Folder, GetType().Assembly).Start(Plan(settings), [], CancellationToken.None));
        Assert.StartsWith(name + " must ", exception.Message);
        Assert.False(Directory.Exists(Folder.Path));
    }

    [Fact]
    public void RatesAndShapesAreCheckedToo()
    {
        foreach (var settings in (ExperimentSettings[])[new() { GeneratorRate = 0 }, new() { DiscriminatorRate = double.NaN }, new() { Beta1 = 1 }, new() { Beta2 = -1 }, new() { Average = 1 }, new() { LatentShape = [] }, new() { LatentShape = [0] }])
            Assert.ThrowsAny<ArgumentException>(() => new ExperimentRun(new PlaneExperiment(), Folder, GetType().Assembly).Start(Plan(settings), [], CancellationToken.None));
    }

    private RunFolder Folder => new(temporary.File("run"));

    private static RunPlan Plan(ExperimentSettings settings) => new(nameof(PlaneExperiment), settings, new Dictionary<string, double>(), 1);

    private RunRecord Start(Experiment experiment)
    {
        using var files = new RunFiles(Folder);
        return new ExperimentRun(experiment, Folder, GetType().Assembly).Start(Plan(experiment.Settings), [files], CancellationToken.None);
    }

    /// <summary>Starts a run that fails; its record says so, and its page can be written.</summary>
    private RunRecord Fail(BrokenExperiment experiment)
    {
        var record = Start(experiment);
        Assert.Equal(RunStatus.Failed, record.Status);
        Assert.EndsWith($" The complete error is in {Folder.ErrorPath}.", record.Failure);
        Assert.Equal((RunStatus.Failed, record.Failure, record.Step), (Folder.ReadRecord().Status, Folder.ReadRecord().Failure, Folder.ReadRecord().Step));
        Assert.NotEmpty(File.ReadAllText(Folder.ErrorPath));
        HtmlReport.Write(Folder);
        return record;
    }

    /// <summary>Put right, the run ends as one that never failed.</summary>
    private void AssertResumes()
    {
        using (var files = new RunFiles(Folder))
            Assert.Equal(RunStatus.Done, new ExperimentRun(new PlaneExperiment(), Folder, GetType().Assembly).Resume(null, [files], CancellationToken.None).Status);
        Assert.False(File.Exists(Folder.ErrorPath));
        var whole = new RunFolder(temporary.File("whole"));
        using (var files = new RunFiles(whole))
            new ExperimentRun(new PlaneExperiment(), whole, GetType().Assembly).Start(Plan(new PlaneExperiment().Settings), [files], CancellationToken.None);
        Assert.Equal(File.ReadAllBytes(new CheckpointFolder(whole.CheckpointsPath).Newest!), File.ReadAllBytes(new CheckpointFolder(Folder.CheckpointsPath).Newest!));
        Assert.Equal(File.ReadAllText(whole.StepsPath), File.ReadAllText(Folder.StepsPath));
        Assert.Equal(whole.ReadRecord().Metrics, Folder.ReadRecord().Metrics);
    }
}
