using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>A small GAN on eight points of the plane: a run takes a second.</summary>
public class PlaneExperiment : Experiment<LogisticR1, PlaneGenerator, PlaneDiscriminator, PlaneData>
{
    public override ExperimentSettings Settings { get; } = new()
    {
        Steps = 12,
        BatchSize = 16,
        Seed = 3,
        LatentShape = [4],
        CheckpointEvery = 4,
        SampleEvery = 6,
        MetricSamples = 100,
        DiscriminatorSteps = 2,
        GeneratorRate = 1e-3,
        DiscriminatorRate = 1e-3,
    };
}

/// <summary>Least squares with a sweep over its scale.</summary>
public sealed class SweptExperiment : Experiment<LeastSquares, PlaneGenerator, PlaneDiscriminator, PlaneData>
{
    public override ExperimentSettings Settings { get; } = new() { Steps = 3, BatchSize = 8, LatentShape = [4], MetricSamples = 0 };

    public override IReadOnlyList<Sweep> Sweeps { get; } = [new("S", [0.5, 2])];

    public override IGanObjective CreateObjective(IReadOnlyDictionary<string, double> values) => new LeastSquares { S = values.GetValueOrDefault("S", 1) };
}

/// <summary>Diverges at its third step.</summary>
public sealed class DivergingExperiment : PlaneExperiment
{
    private int made;

    public override ExperimentSettings Settings => base.Settings with { DiscriminatorSteps = 1, CheckpointEvery = 1 };

    public override Tensor Latents(int count, Generator random) =>
        count == Settings.BatchSize && ++made == 3 ? full([count, 4], double.NaN, ScalarType.Float32) : base.Latents(count, random);
}

public sealed class PlaneData() : GaussianMixture(Ring(), 0.05, count: 200);

public sealed class PlaneGenerator : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> net = nn.Sequential(nn.Linear(4, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Linear(16, 2));

    public PlaneGenerator()
        : base(nameof(PlaneGenerator)) => RegisterComponents();

    public override Tensor forward(Tensor input) => net.call(input);
}

public sealed class PlaneDiscriminator : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> net = nn.Sequential(nn.Linear(2, 16), nn.LeakyReLU(0.2), nn.Dropout(0.1), nn.Linear(16, 1));

    public PlaneDiscriminator()
        : base(nameof(PlaneDiscriminator)) => RegisterComponents();

    public override Tensor forward(Tensor input) => net.call(input);
}
