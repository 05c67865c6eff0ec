using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>
/// Checks a loss of logits against exact values.
/// </summary>
/// <remarks>
/// A check that fails throws an <see cref="ObjectiveCheckException"/> with the logit and the expected and the actual value. The checks do not depend on a test framework.
/// Compute the expected values by other means than the loss under test, and leave out kinks, such as the corner of a hinge.
/// </remarks>
public static class LossChecks
{
    /// <summary>Checks the loss of each single logit, in float32 and float64, up to rounding. Where a value is out of the range of the type, infinity is expected.</summary>
    /// <param name="loss">The loss under test, which maps logits to a scalar.</param>
    /// <param name="expected">One or more exact values.</param>
    /// <exception cref="ArgumentException">An argument is null, or the list is empty.</exception>
    /// <exception cref="ObjectiveCheckException">A value is wrong, or the loss is not a scalar in the dtype of the logits.</exception>
    public static void Values(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        Validate(loss, expected);
        SingleLogitCheck.Values(loss, expected);
    }

    /// <summary>Checks the derivative of the loss at each single logit, in float32 and float64, up to rounding. The derivative of a loss without a graph is 0.</summary>
    /// <param name="loss">The loss under test, which maps logits to a scalar.</param>
    /// <param name="expected">One or more exact values.</param>
    /// <exception cref="ArgumentException">An argument is null, or the list is empty.</exception>
    /// <exception cref="ObjectiveCheckException">A derivative is wrong.</exception>
    public static void Slopes(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        Validate(loss, expected);
        SingleLogitCheck.Slopes(loss, expected);
    }

    /// <summary>Checks the sign of the derivative of the loss at each single logit whose slope is larger than rounding errors.</summary>
    /// <param name="loss">The loss under test, which maps logits to a scalar.</param>
    /// <param name="expected">One or more exact values.</param>
    /// <exception cref="ArgumentException">An argument is null, or the list is empty.</exception>
    /// <exception cref="ObjectiveCheckException">A sign is wrong.</exception>
    public static void SlopeSigns(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        Validate(loss, expected);
        SingleLogitCheck.SlopeSigns(loss, expected);
    }

    /// <summary>Checks that the discriminator's loss is the sum of its real and its fake part, for every pair of logits.</summary>
    /// <param name="loss">The loss under test, which maps real and fake logits to a scalar.</param>
    /// <param name="real">One or more exact values of the real part.</param>
    /// <param name="fake">One or more exact values of the fake part.</param>
    /// <exception cref="ArgumentException">An argument is null, or a list is empty.</exception>
    /// <exception cref="ObjectiveCheckException">A sum is wrong.</exception>
    public static void SumOfHalves(Func<Tensor, Tensor, Tensor> loss, IReadOnlyList<LogitValue> real, IReadOnlyList<LogitValue> fake)
    {
        ArgumentNullException.ThrowIfNull(loss);
        NotEmpty(real, nameof(real));
        NotEmpty(fake, nameof(fake));
        SingleLogitCheck.Sums(loss, real, fake);
    }

    /// <summary>
    /// Checks that the loss of many logits is the mean over all elements, and their gradients, for tensors of different shapes and strides:
    /// [N], [N, 1], [N, 1, h, w], a scalar, and transposed, strided, offset and expanded tensors.
    /// </summary>
    /// <param name="loss">The loss under test, which maps logits to a scalar.</param>
    /// <param name="expected">The exact values, of which at least one is finite in float32.</param>
    /// <exception cref="ArgumentException">An argument is null, or the list is empty.</exception>
    /// <exception cref="ObjectiveCheckException">A mean or a gradient is wrong, or the loss is not a scalar in the dtype of the logits.</exception>
    public static void MeanOverAnyShape(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        Validate(loss, expected);
        ShapeCheck.Run(loss, expected);
    }

    /// <summary>
    /// Checks the loss and its gradients with each reduction, with weights and with masks. A masked logit can be NaN.
    /// </summary>
    /// <param name="loss">The loss under test, which maps logits and a reduction to a tensor.</param>
    /// <param name="expected">The exact values, of which at least one is finite in float32.</param>
    /// <exception cref="ArgumentException">An argument is null, or the list is empty.</exception>
    /// <exception cref="ObjectiveCheckException">A value or a gradient is wrong.</exception>
    public static void Reductions(Func<Tensor, LossReduction, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        ArgumentNullException.ThrowIfNull(loss);
        NotEmpty(expected, nameof(expected));
        ReductionCheck.Run(loss, expected);
    }

    /// <summary>Checks that the loss of float16 and bfloat16 logits is a float32 scalar of float32 accuracy, and that its gradient has the dtype of the logits.</summary>
    /// <param name="loss">The loss under test, which maps logits to a scalar.</param>
    /// <param name="expected">The exact values. Values at logits that a half type cannot represent are skipped, so include one at 0 or 0.5.</param>
    /// <exception cref="ArgumentException">An argument is null, or the list is empty.</exception>
    /// <exception cref="ObjectiveCheckException">A value, a gradient or a dtype is wrong.</exception>
    public static void HalfPrecision(Func<Tensor, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        Validate(loss, expected);
        HalfCheck.Run(loss, expected);
    }

    /// <summary>Checks that the loss is NaN if one of the logits is NaN, so that a diverged discriminator is noticed.</summary>
    /// <param name="loss">The loss under test, which maps logits to a scalar.</param>
    /// <exception cref="ArgumentNullException">The loss is null.</exception>
    /// <exception cref="ObjectiveCheckException">The loss of a NaN is a number.</exception>
    public static void NaNStaysNaN(Func<Tensor, Tensor> loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        NaNCheck.Run(loss);
    }

    /// <summary>Checks that computing and differentiating the loss leaves no tensor behind except the loss, which belongs to the caller's dispose scope.</summary>
    /// <param name="loss">The loss under test, which maps logits to a scalar.</param>
    /// <exception cref="ArgumentNullException">The loss is null.</exception>
    /// <exception cref="ObjectiveCheckException">Other tensors stay alive, or the loss does not.</exception>
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
