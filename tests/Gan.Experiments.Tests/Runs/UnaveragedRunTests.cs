using Gan.Experiments.Checkpoints;
using Gan.Experiments.Checkpoints.TensorFiles;
using Gan.Experiments.Runs;
using Gan.Experiments.Tests.Support;
using TorchSharp;

namespace Gan.Experiments.Tests.Runs;

/// <summary>Runs without an average of the weights draw with the generator's own.</summary>
public sealed class UnaveragedRunTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.9, false)]
    public void TheWeightsThatAreWrittenAreTheGeneratorsOwnWithoutAnAverage(double average, bool isOwn)
    {
        var folder = new RunFolder(temporary.File("run"));
        Assert.Equal(RunStatus.Done, New(folder).Start(Plan(average), [], CancellationToken.None).Status);
        using var written = Safetensors.Read(folder.WeightsPath);
        using var checkpoint = Safetensors.Read(new CheckpointFolder(folder.CheckpointsPath).Newest!);
        Assert.NotEmpty(written.Tensors);
        Assert.Equal(isOwn, written.Tensors.All(tensor => tensor.Value.eq(checkpoint.Tensors["generator." + tensor.Key]).all().ToBoolean()));
        Assert.Equal(isOwn, !checkpoint.Tensors.Keys.Any(static name => name.StartsWith("average.", StringComparison.Ordinal)));
    }

    [Fact]
    public void OneThatIsResumedEndsAsOneThatWasNot()
    {
        var (whole, resumed) = (new RunFolder(temporary.File("whole")), new RunFolder(temporary.File("resumed")));
        New(whole).Start(Plan(0), [], CancellationToken.None);
        using (var stop = new CancellationTokenSource())
        {
            // After its first step.
            stop.Cancel();
            var stopped = New(resumed).Start(Plan(0), [], stop.Token);
            Assert.Equal((RunStatus.Stopped, 1L), (stopped.Status, stopped.Step));
        }

        Assert.Equal(RunStatus.Done, New(resumed).Resume(null, [], CancellationToken.None).Status);
        Assert.Equal(File.ReadAllBytes(whole.WeightsPath), File.ReadAllBytes(resumed.WeightsPath));
        Assert.Equal(whole.ReadRecord().Metrics, resumed.ReadRecord().Metrics);
        Assert.Equal(File.ReadAllBytes(new CheckpointFolder(whole.CheckpointsPath).Newest!), File.ReadAllBytes(new CheckpointFolder(resumed.CheckpointsPath).Newest!));
    }

    private static ExperimentRun New(RunFolder folder) => new(new PlaneExperiment(), folder, typeof(UnaveragedRunTests).Assembly);

    private static RunPlan Plan(double average) => new(nameof(PlaneExperiment), new PlaneExperiment().Settings with { Average = average }, new Dictionary<string, double>(), 1);
}
