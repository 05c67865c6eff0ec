using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// What every loss asks of its logits before libtorch sees them, so that a mistake is an <see cref="ArgumentException"/> that names the argument.
/// </summary>
public static class LogitChecks
{
    /// <summary>Checks logits and makes them ready for a loss: half types become float32, in which the loss is then computed.</summary>
    /// <param name="logits">Logits of any shape, float16, bfloat16, float32 or float64.</param>
    /// <param name="parameterName">The name of the caller's argument, for the message.</param>
    /// <returns>The logits themselves when they are float32 or float64, else a differentiable float32 copy.</returns>
    /// <exception cref="ArgumentNullException">The logits are null.</exception>
    /// <exception cref="ArgumentException">The logits are disposed, empty, sparse, or not floating point.</exception>
    public static Tensor Prepare(Tensor? logits, string parameterName)
    {
        TensorChecks.NotEmpty(logits, parameterName);
        TensorChecks.FloatingPoint(logits, parameterName);
        return Precision.AtLeastFloat32(logits);
    }

    /// <summary>Checks that two batches of prepared logits can meet in one loss. Their shapes may differ.</summary>
    /// <param name="realLogits">Logits that <see cref="Prepare"/> returned.</param>
    /// <param name="fakeLogits">Logits that <see cref="Prepare"/> returned.</param>
    /// <exception cref="ArgumentException">They are on different devices or of different dtypes.</exception>
    public static void SamePlace(Tensor realLogits, Tensor fakeLogits)
    {
        ArgumentNullException.ThrowIfNull(realLogits);
        ArgumentNullException.ThrowIfNull(fakeLogits);
        TensorChecks.SamePlace(realLogits, nameof(realLogits), fakeLogits, nameof(fakeLogits));
    }
}
