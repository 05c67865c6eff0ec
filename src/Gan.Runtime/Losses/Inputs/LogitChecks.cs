using System.Diagnostics.CodeAnalysis;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Inputs;

/// <summary>
/// What every loss asks of its logits before libtorch sees them, so that a mistake is an <see cref="ArgumentException"/> that names the argument.
/// </summary>
internal static class LogitChecks
{
    /// <summary>Checks logits and makes them ready for a loss: half types become float32, in which the loss is then computed.</summary>
    /// <param name="logits">Logits of any shape, float16, bfloat16, float32 or float64.</param>
    /// <param name="parameterName">The name of the caller's argument, for the message.</param>
    /// <returns>The logits themselves when they are float32 or float64, else a differentiable float32 copy.</returns>
    /// <exception cref="ArgumentNullException">The logits or the name are null.</exception>
    /// <exception cref="ArgumentException">The logits are disposed, empty, sparse, or not floating point.</exception>
    public static Tensor Prepare(Tensor? logits, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(parameterName);
        Check(logits, parameterName);
        return Precision.AtLeastFloat32(logits);
    }

    internal static void Check([NotNull] Tensor? logits, string parameterName)
    {
        TensorChecks.NotEmpty(logits, parameterName);
        TensorChecks.FloatingPoint(logits, parameterName);
    }

    /// <summary>The same, with 0 in the place of the logits that a reduction masks.</summary>
    /// <param name="logits">Logits of any shape, float16, bfloat16, float32 or float64.</param>
    /// <param name="parameterName">The name of the caller's argument, for the message.</param>
    /// <param name="reduction">What becomes of the losses.</param>
    /// <returns>The logits themselves when they are float32 or float64 and not masked, else a differentiable copy.</returns>
    /// <exception cref="ArgumentNullException">The logits, the name or the reduction are null.</exception>
    /// <exception cref="ArgumentException">The logits are disposed, empty, sparse, or not floating point, or the mask does not fit.</exception>
    public static Tensor Prepare(Tensor? logits, string parameterName, LossReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(reduction);
        using var scope = NewDisposeScope();
        var covered = reduction.Covered(Prepare(logits, parameterName));
        // The logits are the caller's, and stay where they are.
        return ReferenceEquals(covered, logits) ? covered : covered.MoveToOuterDisposeScope();
    }

    /// <summary>Checks that the two halves of a loss can be added.</summary>
    /// <param name="realReduction">That of the real logits.</param>
    /// <param name="realLogits">D(x).</param>
    /// <param name="fakeReduction">That of the fake logits.</param>
    /// <param name="fakeLogits">D(G(z)).</param>
    /// <exception cref="ArgumentNullException">A reduction is null.</exception>
    /// <exception cref="ArgumentException">The reductions are not of one kind; or each loss is wanted by itself, of real and fake logits of different shapes.</exception>
    public static void SameReduction(LossReduction realReduction, Tensor realLogits, LossReduction fakeReduction, Tensor fakeLogits)
    {
        ArgumentNullException.ThrowIfNull(realReduction);
        ArgumentNullException.ThrowIfNull(fakeReduction);
        TensorChecks.Alive(realLogits, nameof(realLogits));
        TensorChecks.Alive(fakeLogits, nameof(fakeLogits));
        if (realReduction.Kind != fakeReduction.Kind)
            throw new ArgumentException($"The real losses are reduced by {realReduction.Kind}, the fake ones by {fakeReduction.Kind}: they need the same kind to be added.", nameof(fakeReduction));
        if (realReduction.Kind == nn.Reduction.None && !realLogits.shape.AsSpan().SequenceEqual(fakeLogits.shape))
        {
            throw new ArgumentException(
                $"Without a reduction real and fake losses are added one by one, but realLogits are {TensorChecks.Shape(realLogits)} and fakeLogits {TensorChecks.Shape(fakeLogits)}.",
                nameof(fakeReduction));
        }
    }

    /// <summary>Checks two batches of logits that are to meet in one loss. Their shapes may differ.</summary>
    /// <param name="realLogits">D(x), as for <see cref="Prepare(Tensor, string)"/>.</param>
    /// <param name="fakeLogits">D(G(z)), as for <see cref="Prepare(Tensor, string)"/>.</param>
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
