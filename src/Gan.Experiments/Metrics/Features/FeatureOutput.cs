using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Asks for features and checks what comes, since anybody may write an extractor.</summary>
internal static class FeatureOutput
{
    /// <exception cref="InvalidOperationException">It is not floating point [n, d] on the CPU.</exception>
    public static Tensor Of(IFeatures features, Tensor samples)
    {
        var output = features.Of(samples);
        if (output is null || output.IsInvalid)
            throw new InvalidOperationException($"The features {features.Name} are {(output is null ? "no" : "a disposed")} tensor.");
        if (!TensorChecks.IsFloatingPoint(output) || !output.shape.SequenceEqual([samples.shape[0], features.Size]) || output.device_type != TorchSharp.DeviceType.CPU)
            throw new InvalidOperationException($"The features {features.Name} are {output.dtype} {TensorChecks.Shape(output)} on {output.device}, not floating point [{samples.shape[0]}, {features.Size}] on the CPU.");
        return output;
    }
}
