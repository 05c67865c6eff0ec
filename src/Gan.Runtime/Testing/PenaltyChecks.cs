using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

using Penalty = Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor>;

/// <summary>
/// Checks a penalty of the discriminator, a function of the discriminator and of real and fake samples that returns the weighted penalty.
/// </summary>
/// <remarks>
/// A check that fails throws an <see cref="ObjectiveCheckException"/> with the expected and the actual value. The checks do not depend on a test framework,
/// restore the state of the global random generator, and run one at a time.
/// </remarks>
public static class PenaltyChecks
{
    private static readonly Lock OneAtATime = new();

    /// <summary>
    /// Checks the penalty of D(x) = w·x, whose gradient is w everywhere, against its closed form.
    /// </summary>
    /// <remarks>The check runs in float32 and float64, with one and with several samples of shape [C, 1, 1], for which a norm per sample equals a norm per pixel.</remarks>
    /// <param name="penalty">The penalty under test.</param>
    /// <param name="gradientNorm">The norm ||w||, at least 0.</param>
    /// <param name="expected">The weighted penalty, such as 10 * (gradientNorm - 1)^2 for WGAN-GP.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The norm is negative.</exception>
    /// <exception cref="ObjectiveCheckException">The penalty has another value, or is not a scalar in the dtype of the discriminator.</exception>
    public static void LinearDiscriminator(Penalty penalty, double gradientNorm, double expected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gradientNorm);
        Guarded(penalty, () => LinearCheck.Run(penalty, gradientNorm, expected));
    }

    /// <summary>
    /// Checks the penalty of D(x) = w·x + t, where all samples are zero, so that the logit is t and the gradient is w, against its closed form.
    /// </summary>
    /// <remarks>The check runs in float32 and float64, with one and with several samples of shape [C, 1, 1].</remarks>
    /// <param name="penalty">The penalty under test.</param>
    /// <param name="gradientNorm">The norm of w in the given order, at least 0.</param>
    /// <param name="order">The order of the norm, at least 1. It can be infinite.</param>
    /// <param name="logit">The logit t, finite.</param>
    /// <param name="expected">The weighted penalty.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The norm is negative, the order is less than 1, or the logit is not finite.</exception>
    /// <exception cref="ObjectiveCheckException">The penalty has another value, or is not a scalar in the dtype of the discriminator.</exception>
    public static void LinearDiscriminatorAtLogit(Penalty penalty, double gradientNorm, double order, double logit, double expected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gradientNorm);
        Ranges.OrderOfNorm(order, nameof(order));
        HyperparameterChecks.InRange(logit, nameof(logit), double.NegativeInfinity, double.PositiveInfinity, exclusive: false);
        Guarded(penalty, () => LinearCheck.RunAtLogit(penalty, gradientNorm, order, logit, expected));
    }

    /// <summary>
    /// Checks the mean of a penalty of D(x) = w·x that is a random estimate for each sample, such as a finite difference, over 20,000 samples with a fixed seed, within 5% of its expectation.
    /// </summary>
    /// <param name="penalty">The penalty under test, which draws from the global random generator of the CPU.</param>
    /// <param name="gradientNorm">The norm ||w||, at least 0.</param>
    /// <param name="expected">The expectation of the weighted penalty.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The norm is negative.</exception>
    /// <exception cref="ObjectiveCheckException">The mean is too far from the expectation, or the penalty is not a scalar in the dtype of the discriminator.</exception>
    public static void LinearDiscriminatorOnAverage(Penalty penalty, double gradientNorm, double expected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gradientNorm);
        Guarded(penalty, () => AverageCheck.Run(penalty, gradientNorm, expected));
    }

    /// <summary>
    /// Checks a penalty of the logits against its closed form, where all real logits are equal and all fake logits are equal.
    /// </summary>
    /// <remarks>The discriminator is D(x) = s·mean(x) with s = 1. The check runs in float32 and float64, with one and with several samples.</remarks>
    /// <param name="penalty">The penalty under test.</param>
    /// <param name="realLogit">The real logits D(x), finite.</param>
    /// <param name="fakeLogit">The fake logits D(G(z)), finite.</param>
    /// <param name="expected">The weighted penalty.</param>
    /// <param name="expectedSlope">The derivative of the weighted penalty with respect to s.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A logit is not finite.</exception>
    /// <exception cref="ObjectiveCheckException">The penalty or its derivative has another value, or the penalty is not a scalar in the dtype of the discriminator.</exception>
    public static void LogitLevels(Penalty penalty, double realLogit, double fakeLogit, double expected, double expectedSlope)
    {
        HyperparameterChecks.InRange(realLogit, nameof(realLogit), double.NegativeInfinity, double.PositiveInfinity, exclusive: false);
        HyperparameterChecks.InRange(fakeLogit, nameof(fakeLogit), double.NegativeInfinity, double.PositiveInfinity, exclusive: false);
        Guarded(penalty, () => LogitLevelCheck.Run(penalty, realLogit, fakeLogit, expected, expectedSlope));
    }

    /// <summary>
    /// Checks the gradient of the penalty with respect to the parameters of the discriminator, a smooth network in float64, against central differences.
    /// </summary>
    /// <param name="penalty">The penalty under test, which draws from the global random generator of the CPU.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">The error of a partial derivative is more than 1e-6 of the largest one, or all are zero.</exception>
    public static void SecondOrderGradient(Penalty penalty) => Guarded(penalty, () => SecondOrderCheck.Run(penalty));

    /// <summary>Checks that the penalty and its gradient with respect to the parameters are finite where the gradient of the discriminator is zero.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">The penalty or a partial derivative is NaN or infinite.</exception>
    public static void ZeroGradientIsFinite(Penalty penalty) => Guarded(penalty, () => ZeroGradientCheck.Run(penalty));

    /// <summary>
    /// Checks that computing and differentiating the penalty leaves no tensor behind except the penalty, which belongs to the caller's dispose scope, and that the samples and the generator get no gradient.
    /// </summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">Other tensors stay alive, the penalty does not, or the samples or the generator get a gradient.</exception>
    public static void NothingLeaks(Penalty penalty) => Guarded(penalty, () => PenaltyLeakCheck.Run(penalty));

    internal static void Guarded(Delegate penalty, Action check)
    {
        ArgumentNullException.ThrowIfNull(penalty);
        lock (OneAtATime)
        {
            using var state = random.get_rng_state();
            try
            {
                check();
            }
            finally
            {
                random.set_rng_state(state);
            }
        }
    }
}
