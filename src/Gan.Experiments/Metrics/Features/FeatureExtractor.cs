using Gan.Runtime.Checks;

namespace Gan.Experiments.Metrics.Features;

/// <summary>Chooses features.</summary>
internal static class FeatureExtractor
{
    /// <summary>The features for a data set: its own where it has some, the shipped classifier's for other grey 28×28 images, <see cref="PrincipalComponents"/> for all else.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="seed">Of the samples that components are fitted to.</param>
    /// <returns>The features; dispose them.</returns>
    /// <exception cref="ArgumentNullException">There are no data.</exception>
    /// <exception cref="ArgumentException">The data are too few or do not vary.</exception>
    /// <exception cref="InvalidOperationException">The data set broke its contract.</exception>
    public static IFeatures For(GanData data, long seed = 0) =>
        Ranges.NotNull(data, nameof(data)).CreateFeatures()
        ?? (data.SampleShape.SequenceEqual(FeatureClassifier.SampleShape) ? FeatureClassifier.FashionMnist() : PrincipalComponents.Of(data, seed: seed));
}
