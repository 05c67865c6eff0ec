using Gan.Experiments.Metrics;
using Gan.Experiments.Metrics.Features;
using Gan.Runtime.Checks;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// Measures generators against a data set: all metrics that apply to it, in one report. The real samples are read once, so that one instance serves a whole training.
/// </summary>
/// <remarks>
/// <para>Always: <see cref="FrechetDistance"/>, <see cref="KernelInceptionDistance"/>, <see cref="PrecisionRecall"/>, <see cref="DensityCoverage"/>. With a classifier that gets the classes of
/// at least 80% of the real samples right: <see cref="ClassCoverage"/>, against what it sees in them. For a <see cref="GaussianMixture"/>: <see cref="MixtureCoverage"/>.</para>
/// <para>The same data, options and generator give the same report on the same machine. No number is drawn from torch's own random state.</para>
/// </remarks>
public sealed class SampleMetrics : IDisposable
{
    private readonly GanData data;
    private readonly MetricOptions options;
    private readonly IFeatures features;
    private readonly bool ownsFeatures;
    private readonly RealSamples real;

    /// <summary>Reads the real samples.</summary>
    /// <param name="data">The data set; it stays the caller's.</param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <param name="features">The features, which stay the caller's; null: those of <see cref="FeatureExtractor.For"/>.</param>
    /// <exception cref="ArgumentNullException">There are no data.</exception>
    /// <exception cref="ArgumentException">There are not more samples than neighbours, or less than 4, or the features are made for other samples.</exception>
    /// <exception cref="InvalidOperationException">The data set, or the features, broke their contract.</exception>
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

    /// <summary>The number of samples that are compared on either side.</summary>
    public int Samples { get; }

    /// <summary>Measures a generator.</summary>
    /// <param name="generate">
    /// Makes so many samples, [count, ...sample shape], floating point, in the current dispose scope, from these random numbers: <c>(count, random) => g.forward(randn(count, 64, generator: random))</c>.
    /// Put the generator into evaluation mode first.
    /// </param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException">There is no generator.</exception>
    /// <exception cref="ArgumentException">What it made is null, disposed, not floating point, of another shape or number, or not finite.</exception>
    /// <exception cref="InvalidOperationException">The features broke their contract.</exception>
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

    /// <summary>Frees what was kept of the real samples.</summary>
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
