using Gan.Experiments.Data.Batches;
using Gan.Experiments.Metrics.Features;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Metrics;

/// <summary>The real side of the comparison, computed once.</summary>
internal sealed class RealSamples : IDisposable
{
    // Below, the classifier's classes are not those of the data, or it does not know these pictures.
    private const double LeastAccuracy = 0.8;

    private RealSamples(Tensor features, ClassCoverage? classes) => (Features, Classes) = (features, classes);

    /// <summary>[n, d].</summary>
    public Tensor Features { get; }

    /// <summary>The classes that the classifier sees; null where it cannot tell the classes of these data.</summary>
    public ClassCoverage? Classes { get; }

    public static RealSamples Of(GanData data, IFeatures features, MetricOptions options)
    {
        var order = new BatchOrder(options.Seed, Math.Min(options.Samples, data.Count), data.Count).At(0);
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var (blocks, hits, logits) = (new List<Tensor>(), 0L, new List<Tensor>());
        var classifier = features is IClassifier candidate && candidate.Classes.Count == data.Classes.Count ? candidate : null;
        foreach (var indices in order.Chunk(options.BatchSize))
        {
            using var inner = NewDisposeScope();
            var (samples, labels) = SampleChecks.Read(data, indices);
            blocks.Add(FeatureOutput.Of(features, samples).MoveToOuterDisposeScope());
            if (classifier is null)
                continue;
            logits.Add(FeatureOutput.Logits(classifier, blocks[^1]).MoveToOuterDisposeScope());
            hits += logits[^1].argmax(1).eq(labels!).sum().ToInt64();
        }
        var classes = classifier is not null && hits >= LeastAccuracy * order.Length ? ClassCoverage.Of(cat(logits), least: options.LeastSamples) : null;
        return new(cat(blocks).DetachFromDisposeScope(), classes);
    }

    public void Dispose() => Features.Dispose();
}
