using System.Text.Json.Serialization;

namespace Gan.Experiments;

/// <summary>Represents the settings of an experiment, from its <see cref="Dsl.GanExperimentAttribute"/>. A run checks their ranges before it starts.</summary>
public sealed record ExperimentSettings
{
    /// <summary>Gets or sets the number of training steps of the generator, at least 1. The default is 3000.</summary>
    public int Steps { get; init; } = 3000;

    /// <summary>Gets or sets the number of samples per step, at least 1. The default is 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Gets or sets the seed of the weights, the latents and the order of the samples, at least 0. The default is 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets or sets the number of discriminator steps per generator step, at least 1. The default is 1.</summary>
    public int DiscriminatorSteps { get; init; } = 1;

    /// <summary>Gets or sets the learning rate of the generator's Adam optimiser, positive and finite. The default is 2e-4.</summary>
    public double GeneratorRate { get; init; } = 2e-4;

    /// <summary>Gets or sets the learning rate of the discriminator's Adam optimiser, positive and finite. The default is 2e-4.</summary>
    public double DiscriminatorRate { get; init; } = 2e-4;

    /// <summary>Gets or sets Adam's decay rate β1 of the mean gradient, at least 0 and less than 1. The default is 0.</summary>
    public double Beta1 { get; init; }

    /// <summary>Gets or sets Adam's decay rate β2 of the mean squared gradient, at least 0 and less than 1. The default is 0.99.</summary>
    public double Beta2 { get; init; } = 0.99;

    /// <summary>Gets or sets the decay of the moving average of the generator's weights, at least 0 and less than 1. The default is 0.99.</summary>
    /// <remarks>The averaged generator draws the samples. With a decay of 0 there is no average, and the trained generator draws them.</remarks>
    public double Average { get; init; } = 0.99;

    /// <summary>Gets or sets the shape of one latent: one or more sizes, each at least 1. The default is [64].</summary>
    public IReadOnlyList<long> LatentShape { get; init; } = [64];

    /// <summary>Gets or sets the augmentation of the images, from <c>[Augment]</c>. The default is <see langword="null"/>, which means none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AugmentationSettings? Augmentation { get; init; }

    /// <summary>Gets or sets the number of steps between two checkpoints, at least 1. The default is 500.</summary>
    public int CheckpointEvery { get; init; } = 500;

    /// <summary>Gets or sets the number of steps between two sample grids, at least 1. The default is 500.</summary>
    public int SampleEvery { get; init; } = 500;

    /// <summary>Gets or sets the number of generated samples that the metrics at the end are computed from. The default is 1000.</summary>
    /// <remarks>The number must be at least 6, or 0 for no metrics.</remarks>
    public int MetricSamples { get; init; } = 1000;
}
