namespace Gan.Experiments;

/// <summary>How an experiment trains, as its <see cref="Dsl.GanExperimentAttribute"/> says. A run checks the ranges before it begins.</summary>
public sealed record ExperimentSettings
{
    /// <summary>Training steps of the generator, at least 1.</summary>
    public int Steps { get; init; } = 3000;

    /// <summary>Samples a step, at least 1.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The seed of weights, latents and order; not negative.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Steps of the discriminator for each of the generator's, at least 1.</summary>
    public int DiscriminatorSteps { get; init; } = 1;

    /// <summary>Adam's learning rate of the generator, positive and finite.</summary>
    public double GeneratorRate { get; init; } = 2e-4;

    /// <summary>Adam's learning rate of the discriminator, positive and finite.</summary>
    public double DiscriminatorRate { get; init; } = 2e-4;

    /// <summary>Adam's decay of the mean gradient, from 0 to below 1.</summary>
    public double Beta1 { get; init; }

    /// <summary>Adam's decay of the mean squared gradient, from 0 to below 1.</summary>
    public double Beta2 { get; init; } = 0.99;

    /// <summary>The decay of the generator's average, from 0 to below 1; 0 is none, and samples are drawn by the generator itself.</summary>
    public double Average { get; init; } = 0.99;

    /// <summary>The shape of one latent: at least one size, each at least 1.</summary>
    public IReadOnlyList<long> LatentShape { get; init; } = [64];

    /// <summary>Steps between two checkpoints, at least 1.</summary>
    public int CheckpointEvery { get; init; } = 500;

    /// <summary>Steps between two sample grids, at least 1.</summary>
    public int SampleEvery { get; init; } = 500;

    /// <summary>Generated samples that metrics are taken of at the end: at least <see cref="Dsl.GanExperimentAttribute.FewestMetricSamples"/>, or 0 for none.</summary>
    public int MetricSamples { get; init; } = 1000;
}
