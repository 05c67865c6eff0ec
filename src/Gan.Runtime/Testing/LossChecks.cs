using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>
/// What a loss over logits must fulfil, whatever its formula. Each check throws an <see cref="ObjectiveCheckException"/> that names the logit,
/// the expected and the actual number; they depend on no test framework.
/// </summary>
/// <remarks>The expected numbers must come from elsewhere than the loss under test. Kinks (a hinge's corner) are best left out of them.</remarks>
public static class LossChecks
{
    /// <summary>The loss of each single logit, in float32 and float64, to rounding. Where the type ends, infinity is expected.</summary>
    /// <param name="loss">The loss under test: logits to a scalar.</param>
    /// <param name="expected">The exact numbers; at least one.</param>
    /// <exception cref="ObjectiveCheckException">A value is off, or the loss is no scalar of the logits' dtype.</exception>
    public static void Values(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        Validate(loss, expected);
        SingleLogitCheck.Values(loss, expected);
    }

    /// <summary>The loss's derivative at each single logit, in float32 and float64, to rounding. A loss without a graph has the derivative 0.</summary>
    /// <param name="loss">The loss under test: logits to a scalar.</param>
    /// <param name="expected">The exact numbers; at least one.</param>
    /// <exception cref="ObjectiveCheckException">A derivative is off.</exception>
    public static void Slopes(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        Validate(loss, expected);
        SingleLogitCheck.Slopes(loss, expected);
    }

    /// <summary>The loss rises and falls where it should: the sign of its derivative at each logit whose slope is beyond rounding.</summary>
    /// <param name="loss">The loss under test: logits to a scalar.</param>
    /// <param name="expected">The exact numbers; at least one.</param>
    /// <exception cref="ObjectiveCheckException">A sign is wrong.</exception>
    public static void SlopeSigns(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        Validate(loss, expected);
        SingleLogitCheck.SlopeSigns(loss, expected);
    }

    /// <summary>The discriminator's loss is the sum of its real and its fake half, for every pair of logits.</summary>
    /// <param name="loss">The loss under test: real and fake logits to a scalar.</param>
    /// <param name="real">The exact numbers of the real half; at least one.</param>
    /// <param name="fake">The exact numbers of the fake half; at least one.</param>
    /// <exception cref="ObjectiveCheckException">A sum is off.</exception>
    public static void SumOfHalves(Func<Tensor, Tensor, Tensor> loss, IReadOnlyList<LogitValue> real, IReadOnlyList<LogitValue> fake)
    {
        ArgumentNullException.ThrowIfNull(loss);
        NotEmpty(real, nameof(real));
        NotEmpty(fake, nameof(fake));
        SingleLogitCheck.Sums(loss, real, fake);
    }

    /// <summary>
    /// The loss of many logits is the mean over all elements, and each gets its share of the gradient, whatever the shape and the strides:
    /// [N], [N, 1], [N, 1, h, w], a scalar, transposed, strided, offset and expanded tensors.
    /// </summary>
    /// <param name="loss">The loss under test: logits to a scalar.</param>
    /// <param name="expected">The exact numbers; at least one that is finite in float32.</param>
    /// <exception cref="ObjectiveCheckException">A mean or a gradient is off, or the loss is no scalar of the logits' dtype.</exception>
    public static void MeanOverAnyShape(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        Validate(loss, expected);
        ShapeCheck.Run(loss, expected);
    }

    /// <summary>
    /// Sums, single losses, weights and masks: each a combination of the losses of single logits, with gradients to match; a masked logit may be NaN.
    /// </summary>
    /// <param name="loss">The loss under test: logits and a reduction to a tensor.</param>
    /// <param name="expected">The exact numbers; at least one that is finite in float32.</param>
    /// <exception cref="ObjectiveCheckException">A value or a gradient is off.</exception>
    public static void Reductions(Func<Tensor, LossReduction, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        ArgumentNullException.ThrowIfNull(loss);
        NotEmpty(expected, nameof(expected));
        ReductionCheck.Run(loss, expected);
    }

    /// <summary>float16 and bfloat16 logits give a float32 loss of float32 accuracy, and a gradient in the logits' own type.</summary>
    /// <param name="loss">The loss under test: logits to a scalar.</param>
    /// <param name="expected">The exact numbers. Those at logits that a half type cannot hold are passed over; 0 or 0.5 should be among them.</param>
    /// <exception cref="ObjectiveCheckException">A value, a gradient or a dtype is off.</exception>
    public static void HalfPrecision(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        Validate(loss, expected);
        HalfCheck.Run(loss, expected);
    }

    /// <summary>One NaN among the logits makes the loss NaN, wherever it stands: a diverged discriminator must be seen.</summary>
    /// <param name="loss">The loss under test: logits to a scalar.</param>
    /// <exception cref="ObjectiveCheckException">A NaN was swallowed.</exception>
    public static void NaNStaysNaN(Func<Tensor, Tensor> loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        NaNCheck.Run(loss);
    }

    /// <summary>Computing and differentiating the loss leaves nothing behind but the loss itself, which belongs to the caller and its dispose scope.</summary>
    /// <param name="loss">The loss under test: logits to a scalar.</param>
    /// <exception cref="ObjectiveCheckException">Tensors stay alive, or the loss does not.</exception>
    public static void NothingLeaks(Func<Tensor, Tensor> loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64, ScalarType.Float16 })
        {
            using var logits = linspace(-3, 3, 12, dtype: type).requires_grad_(true);
            LeakCheck.Run($"a loss of {type} logits", () => loss(logits));
        }
    }

    private static void Validate(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        ArgumentNullException.ThrowIfNull(loss);
        NotEmpty(expected, nameof(expected));
    }

    private static void NotEmpty(IReadOnlyList<LogitValue> expected, string name)
    {
        ArgumentNullException.ThrowIfNull(expected, name);
        if (expected.Count == 0)
            throw new ArgumentException("There is nothing to check: the list is empty.", name);
    }
}
