namespace Gan.Dsl;

/// <summary>
/// Declares an experiment: <c>[GanExperiment(Steps = 3000)] public sealed partial class HingeOnFashion : Experiment&lt;Hinge, ConvGenerator, ConvDiscriminator, FashionMnist&gt;;</c>. The compiler checks it,
/// and writes its settings, its sweep and the list of a program's experiments.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GanExperimentAttribute : Attribute
{
    /// <summary>Training steps of the generator, at least 1.</summary>
    public int Steps { get; set; } = 3000;

    /// <summary>Samples a step, at least 1.</summary>
    public int BatchSize { get; set; } = 32;

    /// <summary>The seed of weights, latents and order; not negative. The same seed and number of threads give the same run.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Steps of the discriminator for each of the generator's, at least 1.</summary>
    public int DiscriminatorSteps { get; set; } = 1;

    /// <summary>Adam's learning rate of the generator, positive and finite.</summary>
    public double GeneratorRate { get; set; } = 2e-4;

    /// <summary>Adam's learning rate of the discriminator, positive and finite.</summary>
    public double DiscriminatorRate { get; set; } = 2e-4;

    /// <summary>Adam's decay of the mean gradient, from 0 to below 1.</summary>
    public double Beta1 { get; set; }

    /// <summary>Adam's decay of the mean squared gradient, from 0 to below 1.</summary>
    public double Beta2 { get; set; } = 0.99;

    /// <summary>The decay of the generator's average, from 0 to below 1; 0 is none, and samples are drawn by the generator itself.</summary>
    public double Average { get; set; } = 0.99;

    /// <summary>Numbers of a latent vector, at least 1, where the generator declares no <see cref="LatentShapeAttribute"/>.</summary>
    public int LatentSize { get; set; } = 64;

    /// <summary>Steps between two checkpoints, at least 1.</summary>
    public int CheckpointEvery { get; set; } = 500;

    /// <summary>Steps between two sample grids, at least 1.</summary>
    public int SampleEvery { get; set; } = 500;

    /// <summary>The fewest samples that metrics are taken of: each sample has five neighbours.</summary>
    public const int FewestMetricSamples = 6;

    /// <summary>Generated samples that metrics are taken of at the end: at least <see cref="FewestMetricSamples"/>, or 0 for none.</summary>
    public int MetricSamples { get; set; } = 1000;

    /// <summary>Whether it is the one that runs when the program is given no command. Without any, the first by name.</summary>
    public bool Default { get; set; }
}
