using Gan.Experiments.Runs;
using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>What a run's metrics are taken of.</summary>
public sealed class MeasuredRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Samples that no training changes have the metrics of the metrics' seed alone: each run meets the same real samples.
    [Fact]
    public void TheSeedOfTheTrainingIsNotThatOfTheMetrics()
    {
        var (a, b) = (Run("a", seed: 1, samples: 100), Run("b", seed: 2, samples: 100));
        Assert.NotEqual(File.ReadAllBytes(new RunFolder(folder.File("a")).WeightsPath), File.ReadAllBytes(new RunFolder(folder.File("b")).WeightsPath));
        Assert.NotEmpty(a.Metrics);
        Assert.Equal(a.Metrics, b.Metrics);
    }

    [Fact]
    public void TheRecordSaysByWhatAndOfHowMany()
    {
        Assert.Equal(("2 principal components", 100), Said(Run("some", seed: 1, samples: 100)));
        // The data have 200.
        Assert.Equal(("2 principal components", 200), Said(Run("all", seed: 1, samples: 1000)));
        Assert.Equal(("", 0), Said(Run("none", seed: 1, samples: 0)));
    }

    [Fact]
    public void AnErrorHasNoBetterDirection() =>
        Assert.Equal(MetricDirection.None, Assert.Single(Run("run", seed: 1, samples: 100).Metrics, static metric => metric.Name == MetricNames.KernelDistanceError).Direction);

    private static (string Features, int Samples) Said(RunRecord record) => (record.MetricFeatures, record.MetricSamples);

    private RunRecord Run(string name, int seed, int samples)
    {
        var (experiment, run) = (new PassingExperiment(), new RunFolder(folder.File(name)));
        var plan = new RunPlan(experiment.Name, experiment.Settings with { Seed = seed, MetricSamples = samples }, new Dictionary<string, double>(), 1);
        Assert.Equal(RunStatus.Done, new ExperimentRun(experiment, run, typeof(MeasuredRunTests).Assembly).Start(plan, [], CancellationToken.None).Status);
        return run.ReadRecord();
    }

    private sealed class PassingExperiment : PlaneExperiment
    {
        public override ExperimentSettings Settings => base.Settings with { Steps = 1, LatentShape = [2] };

        public override nn.Module<Tensor, Tensor> CreateGenerator() => new PassingGenerator();
    }

    /// <summary>Passes latents on, whatever its weights are.</summary>
    private sealed class PassingGenerator : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> net = nn.Linear(2, 2);

        public PassingGenerator()
            : base(nameof(PassingGenerator)) => RegisterComponents();

        public override Tensor forward(Tensor input) => input + (net.call(input) * 0);
    }
}
