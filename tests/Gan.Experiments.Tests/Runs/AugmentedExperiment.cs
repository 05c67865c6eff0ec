using Gan.Experiments.Data.Memory;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Runs;

/// <summary>A small GAN of grey images whose augmentation a test chooses.</summary>
internal sealed class AugmentedExperiment(AugmentationSettings? augmentation) : Experiment<LogisticR1, PictureGenerator, PictureDiscriminator, Pictures>
{
    public Func<IGanObjective>? Objective { get; init; }

    public override ExperimentSettings Settings { get; } = new()
    {
        Steps = 6,
        BatchSize = 8,
        LatentShape = [4],
        CheckpointEvery = 4,
        SampleEvery = 6,
        MetricSamples = 0,
        DiscriminatorSteps = 2,
        Augmentation = augmentation,
    };

    public override IGanObjective CreateObjective(IReadOnlyDictionary<string, double> values) => Objective?.Invoke() ?? base.CreateObjective(values);
}

internal sealed class Pictures() : MemoryData(new MemorySet("pictures", [1, 8, 8], new FloatStore([.. Enumerable.Range(0, 32 * 64).Select(static i => MathF.Sin(0.37f * i))], 64)));

internal sealed class PictureGenerator : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> net = nn.Linear(4, 64);

    public PictureGenerator()
        : base(nameof(PictureGenerator)) => RegisterComponents();

    public override Tensor forward(Tensor input) => net.call(input).tanh().reshape(-1, 1, 8, 8);
}

internal sealed class PictureDiscriminator : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> net = nn.Sequential(nn.Flatten(), nn.Linear(64, 8), nn.LeakyReLU(0.2), nn.Linear(8, 1));

    public PictureDiscriminator()
        : base(nameof(PictureDiscriminator)) => RegisterComponents();

    public override Tensor forward(Tensor input) => net.call(input);
}
