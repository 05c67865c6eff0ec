namespace Gan.Dsl;

/// <summary>
/// Declares an experiment: an objective, a generator, a discriminator and a data set to train with, and the settings of the training.
/// </summary>
/// <remarks>
/// <para>Example: <c>[GanExperiment(Steps = 3000)] public sealed partial class HingeOnFashion : Experiment&lt;Hinge, ConvGenerator, ConvDiscriminator, FashionMnist&gt;;</c></para>
/// <para>The compiler checks the declaration. The generator writes the experiment's settings, its sweep and the list of a program's experiments.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GanExperimentAttribute : Attribute
{
    /// <summary>Gets or sets the number of training steps of the generator, at least 1. The default is 3000.</summary>
    public int Steps { get; set; } = 3000;

    /// <summary>Gets or sets the number of samples per step, at least 1. The default is 32.</summary>
    public int BatchSize { get; set; } = 32;

    /// <summary>Gets or sets the seed of the weights, the latents and the order of the samples, at least 0. The default is 1.</summary>
    /// <remarks>The same seed and number of threads give the same run.</remarks>
    public int Seed { get; set; } = 1;

    /// <summary>Gets or sets the number of discriminator steps per generator step, at least 1. The default is 1.</summary>
    public int DiscriminatorSteps { get; set; } = 1;

    /// <summary>Gets or sets the learning rate of the generator's Adam optimiser, positive and finite. The default is 2e-4.</summary>
    public double GeneratorRate { get; set; } = 2e-4;

    /// <summary>Gets or sets the learning rate of the discriminator's Adam optimiser, positive and finite. The default is 2e-4.</summary>
    public double DiscriminatorRate { get; set; } = 2e-4;

    /// <summary>Gets or sets Adam's decay rate β1 of the mean gradient, at least 0 and less than 1. The default is 0.</summary>
    public double Beta1 { get; set; }

    /// <summary>Gets or sets Adam's decay rate β2 of the mean squared gradient, at least 0 and less than 1. The default is 0.99.</summary>
    public double Beta2 { get; set; } = 0.99;

    /// <summary>Gets or sets the decay of the moving average of the generator's weights, at least 0 and less than 1. The default is 0.99.</summary>
    /// <remarks>The averaged generator draws the samples. With a decay of 0 there is no average, and the trained generator draws them.</remarks>
    public double Average { get; set; } = 0.99;

    /// <summary>Gets or sets the size of a latent vector, at least 1, for a generator without a <see cref="LatentShapeAttribute"/>. The default is 64.</summary>
    public int LatentSize { get; set; } = 64;

    /// <summary>Gets or sets the number of steps between two checkpoints, at least 1. The default is 500.</summary>
    public int CheckpointEvery { get; set; } = 500;

    /// <summary>Gets or sets the number of steps between two sample grids, at least 1. The default is 500.</summary>
    public int SampleEvery { get; set; } = 500;

    /// <summary>The smallest number of samples that metrics can be computed from, because each sample needs five neighbours.</summary>
    public const int FewestMetricSamples = 6;

    /// <summary>Gets or sets the number of generated samples that the metrics at the end are computed from. The default is 1000.</summary>
    /// <remarks>The number must be at least <see cref="FewestMetricSamples"/>, or 0 for no metrics.</remarks>
    public int MetricSamples { get; set; } = 1000;

    /// <summary>Gets or sets a value that indicates whether this experiment runs when the program gets no command. The default is <see langword="false"/>.</summary>
    /// <remarks>If no experiment of the program is the default, the first by name runs.</remarks>
    public bool Default { get; set; }
}
