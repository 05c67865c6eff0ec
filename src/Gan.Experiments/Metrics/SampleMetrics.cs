using Gan.Experiments.Metrics;
using Gan.Experiments.Metrics.Features;
using Gan.Runtime.Checks;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// Computes the metrics of a generator on a data set. It reads the real samples once, so use the same instance during a whole training.
/// </summary>
/// <remarks>
/// <para>The metrics are <see cref="FrechetDistance"/>, <see cref="KernelInceptionDistance"/>, <see cref="PrecisionRecall"/> and <see cref="DensityCoverage"/>.
/// If the features are a classifier's that classifies at least 80% of the real samples correctly, they include <see cref="ClassCoverage"/>, relative to the classes that it finds in the real samples.
/// For a <see cref="GaussianMixture"/>, they include <see cref="MixtureCoverage"/>.</para>
/// <para>The same data, options and generator give the same report on the same machine. The global random generator of torch is not used.</para>
/// </remarks>
public sealed class SampleMetrics : IDisposable
{
    private readonly GanData data;
    private readonly MetricOptions options;
    private readonly IFeatures features;
    private readonly bool ownsFeatures;
    private readonly RealSamples real;

    /// <summary>Initialises a new instance of the <see cref="SampleMetrics"/> class and reads the real samples.</summary>
    /// <param name="data">The data set, which the caller disposes.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="features">The features, which the caller disposes, or null for the features of the data set, from <see cref="GanData.CreateFeatures"/>.</param>
    /// <exception cref="ArgumentNullException">The data set is null.</exception>
    /// <exception cref="ArgumentException">The number of samples is less than 4 or not more than the number of neighbours, the features do not take such samples, or the real samples do not vary.</exception>
    /// <exception cref="InvalidOperationException">The data set or the features returned a tensor that contradicts their description.</exception>
    public SampleMetrics(GanData data, MetricOptions? options = null, IFeatures? features = null)
    {
        this.data = Ranges.NotNull(data, nameof(data));
        this.options = options ??= new();
        Samples = Math.Min(options.Samples, data.Count);
        if (Samples <= Math.Max(options.ManifoldNeighbours, options.DensityNeighbours))
            throw new ArgumentException($"{Samples} samples of {data.Name} do not have {Math.Max(options.ManifoldNeighbours, options.DensityNeighbours)} neighbours each: compare more samples, or use fewer neighbours.", nameof(options));
        if (Samples < MetricOptions.FewestSamples)
            throw new ArgumentException($"{data.Name} has {Samples} samples: metrics need at least {MetricOptions.FewestSamples}.", nameof(data));
        ownsFeatures = features is null;
        this.features = features ?? FeatureExtractor.For(data, options.Seed);
        try
        {
            real = RealSamples.Of(data, this.features, options);
        }
        catch
        {
            DisposeFeatures();
            throw;
        }
    }

    /// <summary>Gets the number of real samples, and of generated samples, that are compared.</summary>
    public int Samples { get; }

    /// <summary>Computes the metrics of a generator.</summary>
    /// <param name="generate">
    /// A function that generates samples of shape [count, ...sample shape], floating point, in the current dispose scope, with a given random generator:
    /// <c>(count, random) => g.forward(randn(count, 64, generator: random))</c>. Put the generator network into evaluation mode first.
    /// </param>
    /// <returns>The metrics.</returns>
    /// <exception cref="ArgumentNullException">The function is null.</exception>
    /// <exception cref="ArgumentException">The function returned samples that are null, disposed, not floating point, not finite, or of another shape or number.</exception>
    /// <exception cref="InvalidOperationException">The features returned a tensor that contradicts their description.</exception>
    /// <exception cref="ObjectDisposedException">The metrics have been disposed.</exception>
    public MetricReport Of(Func<int, Generator, Tensor> generate)
    {
        Ranges.NotNull(generate, nameof(generate));
        ObjectDisposedException.ThrowIf(real.Features.IsInvalid, this);
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var mixture = data as GaussianMixture;
        using var random = new Generator((ulong)options.Seed, CPU);
        var (blocks, points) = (new List<Tensor>(), new List<Tensor>());
        for (var made = 0; made < Samples; made += options.BatchSize)
        {
            using var inner = NewDisposeScope();
            var samples = Generated(generate, Math.Min(options.BatchSize, Samples - made), random);
            blocks.Add(FeatureOutput.Of(features, samples).MoveToOuterDisposeScope());
            if (mixture is not null)
                points.Add(samples.to(CPU).to(ScalarType.Float64).clone().MoveToOuterDisposeScope());
        }
        var generated = cat(blocks);
        List<Metric> metrics = [.. OfFeatures(generated)];
        if (real.Classes is { } classes)
            metrics.AddRange(OfClasses(ClassCoverage.Of(FeatureOutput.Logits((IClassifier)features, generated), classes.Shares, options.LeastSamples)));
        if (mixture is not null)
            metrics.AddRange(OfMixture(MixtureCoverage.Of(cat(points), mixture, options.LeastSamples)));
        return new(data.Name, features.Name, Samples, metrics);
    }

    /// <summary>Frees the features of the real samples.</summary>
    public void Dispose()
    {
        real.Dispose();
        DisposeFeatures();
    }

    private Tensor Generated(Func<int, Generator, Tensor> generate, int count, Generator random)
    {
        var samples = generate(count, random);
        SampleChecks.HaveShape(samples, data.SampleShape, nameof(generate));
        if (samples.shape[0] != count)
            throw new ArgumentException($"The generator returned {samples.shape[0]} samples, but {count} were requested.", nameof(generate));
        if (!samples.isfinite().all().ToBoolean())
            throw new ArgumentException("The generator returned NaN or infinite values: it has diverged.", nameof(generate));
        return samples;
    }

    private IEnumerable<Metric> OfFeatures(Tensor generated)
    {
        var kernel = KernelInceptionDistance.OfBlocks(real.Features, generated, Math.Min(options.KernelBlocks, Samples / 2), options.Seed);
        var manifolds = PrecisionRecall.Of(real.Features, generated, options.ManifoldNeighbours);
        var balls = DensityCoverage.Of(real.Features, generated, options.DensityNeighbours);
        return
        [
            Lower(MetricNames.FrechetDistance, FrechetDistance.Of(real.Features, generated)),
            Lower(MetricNames.KernelDistance, kernel.Mean),
            new(MetricNames.KernelDistanceError, kernel.StandardError, MetricDirection.None),
            Higher(MetricNames.Precision, manifolds.Precision),
            Higher(MetricNames.Recall, manifolds.Recall),
            Higher(MetricNames.Density, balls.Density),
            Higher(MetricNames.Coverage, balls.Coverage),
        ];
    }

    private static Metric[] OfClasses(ClassCoverage classes) =>
    [
        Higher(MetricNames.Classes, classes.Covered),
        Lower(MetricNames.ClassDivergence, classes.Divergence),
        Lower(MetricNames.ClassVariation, classes.TotalVariation),
        Higher(MetricNames.Confidence, classes.Confidence),
    ];

    private static Metric[] OfMixture(MixtureCoverage modes) =>
        [Higher(MetricNames.Modes, modes.Covered), Higher(MetricNames.HighQuality, modes.HighQuality)];

    private static Metric Lower(string name, double value) => new(name, value, MetricDirection.LowerIsBetter);

    private static Metric Higher(string name, double value) => new(name, value, MetricDirection.HigherIsBetter);

    private void DisposeFeatures()
    {
        if (ownsFeatures)
            features.Dispose();
    }
}
