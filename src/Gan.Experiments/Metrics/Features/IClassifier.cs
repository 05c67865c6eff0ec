using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Computes the features of samples and, from these, the logits of their classes.</summary>
public interface IClassifier : IFeatures
{
    /// <summary>Gets the names of the classes, by number.</summary>
    IReadOnlyList<string> Classes { get; }

    /// <summary>Computes the logits of the classes.</summary>
    /// <param name="features">The features of shape [n, d], from <see cref="IFeatures.Of"/>.</param>
    /// <returns>A finite floating-point tensor of shape [n, classes] on the CPU, in the current dispose scope.</returns>
    /// <exception cref="ArgumentException">The features are null, disposed, empty, not floating point, or of another shape.</exception>
    Tensor Logits(Tensor features);
}
