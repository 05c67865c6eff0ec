using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Features of a classifier, that tell the class too.</summary>
public interface IClassifier : IFeatures
{
    /// <summary>The names of the classes, by number.</summary>
    IReadOnlyList<string> Classes { get; }

    /// <summary>The logits of the classes.</summary>
    /// <param name="features">[n, d], as <see cref="IFeatures.Of"/> returned them.</param>
    /// <returns>[n, classes], floating point, finite, on the CPU, in the current dispose scope.</returns>
    /// <exception cref="ArgumentException">The features are null, disposed, empty, not floating point, or of another shape.</exception>
    Tensor Logits(Tensor features);
}
