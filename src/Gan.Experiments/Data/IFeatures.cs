using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Turns samples into the features that metrics compare. Numbers of different features cannot be compared.</summary>
public interface IFeatures : IDisposable
{
    /// <summary>What reports call them.</summary>
    string Name { get; }

    /// <summary>d, the number of features.</summary>
    int Size { get; }

    /// <summary>The features of samples. The same samples give the same features, whatever else is in the batch.</summary>
    /// <param name="samples">[n, ...], of the shape that these features are made for.</param>
    /// <returns>[n, d], floating point, finite, on the CPU, in the current dispose scope.</returns>
    /// <exception cref="ArgumentException">The samples are null, disposed, empty, not floating point, or of another shape.</exception>
    Tensor Of(Tensor samples);
}
