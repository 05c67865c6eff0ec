using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Modules;

/// <summary>The condition on a module's features.</summary>
internal static class FeatureChecks
{
    /// <summary>Passes for features [N, C, ...], dense, floating point and not empty.</summary>
    public static void HaveChannels(Tensor? features, string parameterName)
    {
        TensorChecks.NotEmpty(features, parameterName);
        TensorChecks.FloatingPoint(features, parameterName);
        if (features.dim() < 2)
            throw new ArgumentException($"The features need a batch and a channel dimension, [N, C, ...]: the shape is {TensorChecks.Shape(features)}.", parameterName);
    }
}
