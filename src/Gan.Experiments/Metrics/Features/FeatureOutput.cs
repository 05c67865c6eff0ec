using Gan.Runtime.Checks;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Metrics.Features;

/// <summary>Asks for features and logits and checks what comes, since anybody may write an extractor.</summary>
internal static class FeatureOutput
{
    /// <param name="features">The extractor.</param>
    /// <param name="samples">Finite samples.</param>
    /// <exception cref="InvalidOperationException">The features are not floating point [n, d] on the CPU, or not finite.</exception>
    public static Tensor Of(IFeatures features, Tensor samples) =>
        Checked(features.Of(samples), $"The features {features.Name}", [samples.shape[0], features.Size]);

    /// <param name="classifier">The classifier.</param>
    /// <param name="features">[n, d], as <see cref="Of"/> returned them.</param>
    /// <exception cref="InvalidOperationException">The logits are not floating point [n, classes] on the CPU, or not finite.</exception>
    public static Tensor Logits(IClassifier classifier, Tensor features) =>
        Checked(classifier.Logits(features), $"The logits of {classifier.Name}", [features.shape[0], classifier.Classes.Count]);

    private static Tensor Checked(Tensor? output, string what, long[] shape)
    {
        if (output is null || output.IsInvalid)
            throw new InvalidOperationException($"{what} are {(output is null ? "no" : "a disposed")} tensor.");
        if (!TensorChecks.IsFloatingPoint(output) || !output.shape.SequenceEqual(shape) || output.device_type != DeviceType.CPU)
            throw new InvalidOperationException($"{what} are {output.dtype} {TensorChecks.Shape(output)} on {output.device}, not floating point [{string.Join(", ", shape)}] on the CPU.");
        return output.isfinite().all().ToBoolean()
            ? output
            : throw new InvalidOperationException($"{what} are not finite, though the samples are: either they are computed wrongly, or the samples are so large that they overflow.");
    }
}
