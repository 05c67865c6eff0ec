using Gan.Dsl;
using Gan.Experiments;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

return await GanExperiments.RunAsync(args);

/// <summary>The loss: a C# method that the compiler reads, checks and differentiates. The cost is linear for wrong logits, and decreases exponentially for right ones beyond the margin.</summary>
[GanObjective(FD = nameof(Soft), FG = "t")]
[R1(Gamma = 0.1)]
internal sealed partial class SoftMargin
{
    [Hyperparameter(Default = 0.5, Min = 0)]
    public partial double Margin { get; init; }

    [LossFunction]
    private static double Soft(double t, double margin)
    {
        var x = t + margin;
        return x > 0 ? 1 + x : Math.Exp(x);
    }
}

/// <summary>The experiment: the loss, two networks and data. `run --sweep` compares the margins.</summary>
[GanExperiment(Steps = 1500, BatchSize = 128, GeneratorRate = 1e-3, DiscriminatorRate = 1e-3, CheckpointEvery = 500, SampleEvery = 500, MetricSamples = 2000)]
[Sweep(nameof(SoftMargin.Margin), 0, 0.5, 2)]
internal sealed partial class SoftMarginOnRing : Experiment<SoftMargin, PointGenerator, PointDiscriminator, Ring>;

/// <summary>Eight narrow Gaussians on a circle. The metrics show how many of them the generator has found.</summary>
internal sealed class Ring() : GaussianMixture(Ring(), standardDeviation: 0.05);

[LatentShape(8), SampleShape(2)]
internal sealed class PointGenerator : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers = Sequential(Linear(8, 64), ReLU(), Linear(64, 64), ReLU(), Linear(64, 2));

    public PointGenerator()
        : base(nameof(PointGenerator)) => RegisterComponents();

    public override Tensor forward(Tensor input) => layers.call(input);
}

[SampleShape(2)]
internal sealed class PointDiscriminator : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers = Sequential(Linear(2, 64), LeakyReLU(0.2), Linear(64, 64), LeakyReLU(0.2), Linear(64, 1));

    public PointDiscriminator()
        : base(nameof(PointDiscriminator)) => RegisterComponents();

    public override Tensor forward(Tensor input) => layers.call(input);
}
