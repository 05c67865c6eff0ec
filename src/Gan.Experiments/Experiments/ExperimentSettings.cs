namespace Gan.Experiments;

/// <summary>How an experiment trains, as its attribute says: see <see cref="Dsl.GanExperimentAttribute"/> for the ranges.</summary>
public sealed record ExperimentSettings
{
    /// <summary>Training steps of the generator.</summary>
    public int Steps { get; init; } = 3000;

    /// <summary>Samples a step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The seed of weights, latents and order.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Steps of the discriminator for each of the generator's.</summary>
    public int DiscriminatorSteps { get; init; } = 1;

    /// <summary>Adam's learning rate of the generator.</summary>
    public double GeneratorRate { get; init; } = 2e-4;

    /// <summary>Adam's learning rate of the discriminator.</summary>
    public double DiscriminatorRate { get; init; } = 2e-4;

    /// <summary>Adam's decay of the mean gradient.</summary>
    public double Beta1 { get; init; }

    /// <summary>Adam's decay of the mean squared gradient.</summary>
    public double Beta2 { get; init; } = 0.99;

    /// <summary>The decay of the generator's average; 0 is none.</summary>
    public double Average { get; init; } = 0.99;

    /// <summary>The shape of one latent.</summary>
    public IReadOnlyList<long> LatentShape { get; init; } = [64];

    /// <summary>Steps between two checkpoints.</summary>
    public int CheckpointEvery { get; init; } = 500;

    /// <summary>Steps between two sample grids.</summary>
    public int SampleEvery { get; init; } = 500;

    /// <summary>Generated samples that metrics are taken of at the end; 0 is none.</summary>
    public int MetricSamples { get; init; } = 1000;
}
