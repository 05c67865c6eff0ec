using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Computes the features of samples that metrics compare. Metrics of different features cannot be compared with each other.</summary>
public interface IFeatures : IDisposable
{
    /// <summary>Gets the name of the features, for reports.</summary>
    string Name { get; }

    /// <summary>Gets the number d of features.</summary>
    int Size { get; }

    /// <summary>Computes the features of samples. The features of a sample must not depend on the other samples of the batch.</summary>
    /// <param name="samples">The samples of shape [n, ...], floating point and not empty.</param>
    /// <returns>A finite floating-point tensor of shape [n, d] on the CPU, in the current dispose scope.</returns>
    /// <exception cref="ArgumentException">The samples are null, disposed, empty, not floating point, or of another shape.</exception>
    Tensor Of(Tensor samples);
}
