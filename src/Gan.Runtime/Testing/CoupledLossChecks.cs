using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>
/// Checks the loss of a coupled objective, which takes real and fake logits together.
/// </summary>
/// <remarks>A check that fails throws an <see cref="ObjectiveCheckException"/> with the expected and the actual value. The checks do not depend on a test framework.</remarks>
public static class CoupledLossChecks
{
    private const double RelativeError = 64;

    /// <summary>Returns the loss as a function of fake logits, with every real logit 0, for the checks of <see cref="LossChecks"/>.</summary>
    /// <param name="loss">The loss under test, which maps real and fake logits to a scalar.</param>
    /// <returns>The function, which maps fake logits to a scalar.</returns>
    /// <exception cref="ArgumentNullException">The loss is null.</exception>
    public static Func<Tensor, Tensor> AgainstZero(Func<Tensor, Tensor, Tensor> loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return fake =>
        {
            using var real = fake.zeros_like();
            return loss(real, fake);
        };
    }

    /// <summary>Returns the loss as a function of fake logits and a reduction, with every real logit 0, for the checks of <see cref="LossChecks"/>.</summary>
    /// <param name="loss">The loss under test, which maps real logits, fake logits and a reduction to a tensor.</param>
    /// <returns>The function, which maps fake logits and a reduction to a tensor.</returns>
    /// <exception cref="ArgumentNullException">The loss is null.</exception>
    public static Func<Tensor, LossReduction, Tensor> ReducedAgainstZero(Func<Tensor, Tensor, LossReduction, Tensor> loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return (fake, reduction) => AgainstZero((real, logits) => loss(real, logits, reduction))(fake);
    }

    /// <summary>Checks the loss of one batch and its derivatives with respect to each logit, in float32 and float64, up to rounding.</summary>
    /// <param name="loss">The loss under test, which maps real and fake logits to a scalar.</param>
    /// <param name="value">The exact loss.</param>
    /// <param name="real">The real logits, each with the exact derivative of the loss with respect to it.</param>
    /// <param name="fake">The fake logits, each with the exact derivative of the loss with respect to it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ObjectiveCheckException">The loss or a derivative is wrong.</exception>
    public static void Batch(
        Func<Tensor, Tensor, Tensor> loss,
        double value,
        IReadOnlyList<(double Logit, double Slope)> real,
        IReadOnlyList<(double Logit, double Slope)> fake)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(fake);
        var failures = new Failures();
        foreach (var format in FloatFormat.Full)
        {
            using var scope = NewDisposeScope();
            var (realLogits, fakeLogits) = (Leaf(real, format.Type), Leaf(fake, format.Type));
            var result = loss(realLogits, fakeLogits);
            var size = real.Concat(fake).Select(static logit => Math.Abs(logit.Slope) * Math.Abs(logit.Logit)).Append(Math.Abs(value)).Append(1).Max();
            failures.Expect(format, $"loss of the batch in {format.Type}", Scalars.Read(result, format.Type, "loss of the batch"), value, RelativeError * format.Roundoff * size);
            if (result.requires_grad)
                result.backward();
            Expect(failures, format, "real", realLogits, real, size);
            Expect(failures, format, "fake", fakeLogits, fake, size);
        }

        failures.ThrowIfAny();
    }

    /// <summary>Checks that the loss throws an <see cref="ArgumentException"/> if the numbers of real and fake logits differ.</summary>
    /// <param name="loss">The loss under test, which maps real and fake logits to a scalar.</param>
    /// <exception cref="ArgumentNullException">The loss is null.</exception>
    /// <exception cref="ObjectiveCheckException">The loss does not throw an <see cref="ArgumentException"/>.</exception>
    public static void MismatchIsRefused(Func<Tensor, Tensor, Tensor> loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        using var scope = NewDisposeScope();
        try
        {
            loss(zeros(3, 1), zeros(2, 1));
        }
        catch (ArgumentException)
        {
            return;
        }

        throw new ObjectiveCheckException("A loss of 3 real and 2 fake logits: expected an ArgumentException, actual a loss.");
    }

    private static Tensor Leaf(IReadOnlyList<(double Logit, double Slope)> logits, ScalarType type)
        => tensor(logits.Select(static logit => logit.Logit).ToArray(), type).requires_grad_(true);

    private static void Expect(Failures failures, FloatFormat format, string side, Tensor leaf, IReadOnlyList<(double Logit, double Slope)> expected, double size)
    {
        using var gradient = leaf.grad;
        var actual = gradient is null ? new double[expected.Count] : Scalars.Numbers(gradient);
        for (var i = 0; i < expected.Count; i++)
            failures.Expect(format, $"derivative in {side} logit {i} in {format.Type}", actual[i], expected[i].Slope, RelativeError * format.Roundoff * size);
    }
}
