using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

using Penalty = Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor>;

/// <summary>
/// What a penalty of the discriminator must fulfil. A penalty takes the discriminator, real and fake samples, and returns its weighted term.
/// Each check throws an <see cref="ObjectiveCheckException"/> that says what was expected and what came; they depend on no test framework.
/// </summary>
/// <remarks>The checks leave the state of the global random generator as it was, and run one at a time.</remarks>
public static class PenaltyChecks
{
    private static readonly Lock OneAtATime = new();

    /// <summary>
    /// The closed form at D(x) = w·x, whose gradient is w everywhere: in float32 and float64, for one and for several samples of shape [C, 1, 1]
    /// (so that a norm per sample is a norm per pixel).
    /// </summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <param name="gradientNorm">||w||, not negative.</param>
    /// <param name="expected">The weighted term, as 10 * (gradientNorm - 1)^2 for WGAN-GP.</param>
    /// <exception cref="ObjectiveCheckException">The term is another number, or no scalar of the discriminator's dtype.</exception>
    public static void LinearDiscriminator(Penalty penalty, double gradientNorm, double expected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gradientNorm);
        Guarded(penalty, () => LinearCheck.Run(penalty, gradientNorm, expected));
    }

    /// <summary>
    /// The expectation at D(x) = w·x of a term that is a random estimate for each sample, such as a finite difference: the mean over 20,000 samples with one
    /// seed, within 5% of the expectation.
    /// </summary>
    /// <param name="penalty">The penalty under test. Its draws come from the global generator of the CPU.</param>
    /// <param name="gradientNorm">||w||, not negative.</param>
    /// <param name="expected">The expectation of the weighted term.</param>
    /// <exception cref="ObjectiveCheckException">The mean is too far from the expectation, or no scalar of the discriminator's dtype.</exception>
    public static void LinearDiscriminatorOnAverage(Penalty penalty, double gradientNorm, double expected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gradientNorm);
        Guarded(penalty, () => AverageCheck.Run(penalty, gradientNorm, expected));
    }

    /// <summary>
    /// The closed form of a term over the logits themselves, where every real logit is one number and every fake logit another: D(x) = s·mean(x) with s = 1,
    /// in float32 and float64, for one and for several samples.
    /// </summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <param name="realLogit">D(x).</param>
    /// <param name="fakeLogit">D(G(z)).</param>
    /// <param name="expected">The weighted term.</param>
    /// <param name="expectedSlope">Its derivative in s.</param>
    /// <exception cref="ObjectiveCheckException">The term or its derivative is another number, or the term no scalar of the discriminator's dtype.</exception>
    public static void LogitLevels(Penalty penalty, double realLogit, double fakeLogit, double expected, double expectedSlope)
    {
        HyperparameterChecks.InRange(realLogit, nameof(realLogit), double.NegativeInfinity, double.PositiveInfinity, exclusive: false);
        HyperparameterChecks.InRange(fakeLogit, nameof(fakeLogit), double.NegativeInfinity, double.PositiveInfinity, exclusive: false);
        Guarded(penalty, () => LogitLevelCheck.Run(penalty, realLogit, fakeLogit, expected, expectedSlope));
    }

    /// <summary>
    /// The term's gradient in the discriminator's parameters against central differences of the term, on a smooth net in float64, with the same
    /// random draws each time.
    /// </summary>
    /// <param name="penalty">The penalty under test. Its draws come from the global generator of the CPU.</param>
    /// <exception cref="ObjectiveCheckException">A partial derivative is off by more than 1e-6 of the largest, or all are zero.</exception>
    public static void SecondOrderGradient(Penalty penalty) => Guarded(penalty, () => SecondOrderCheck.Run(penalty));

    /// <summary>Where the discriminator's gradient is zero, the term and its gradient in the parameters are finite.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ObjectiveCheckException">The term or a partial derivative is NaN or infinite.</exception>
    public static void ZeroGradientIsFinite(Penalty penalty) => Guarded(penalty, () => ZeroGradientCheck.Run(penalty));

    /// <summary>
    /// Computing and differentiating the term leaves nothing behind but the term, which belongs to the caller and its dispose scope;
    /// and no gradient reaches the samples or what made them.
    /// </summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ObjectiveCheckException">Tensors stay alive, the term does not, or a gradient went astray.</exception>
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
