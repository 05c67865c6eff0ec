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

    /// <summary>Checks two batches of logits that are to meet in one loss. Their shapes may differ.</summary>
    /// <param name="realLogits">D(x), as for <see cref="Prepare"/>.</param>
    /// <param name="fakeLogits">D(G(z)), as for <see cref="Prepare"/>.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    /// <exception cref="ArgumentException">One is disposed, empty, sparse or not floating point, or they are on different devices or of different dtypes.</exception>
    public static void SamePlace(Tensor? realLogits, Tensor? fakeLogits)
    {
        TensorChecks.NotEmpty(realLogits, nameof(realLogits));
        TensorChecks.FloatingPoint(realLogits, nameof(realLogits));
        TensorChecks.NotEmpty(fakeLogits, nameof(fakeLogits));
        TensorChecks.FloatingPoint(fakeLogits, nameof(fakeLogits));
        TensorChecks.SamePlace(realLogits, nameof(realLogits), fakeLogits, nameof(fakeLogits));
    }
}
