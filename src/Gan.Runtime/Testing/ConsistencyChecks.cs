using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

using Penalty = Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor>;

/// <summary>Checks a consistency penalty, a function of the discriminator and of real and fake samples that returns the weighted penalty.</summary>
/// <remarks>
/// A check that fails throws an <see cref="ObjectiveCheckException"/> with the expected and the actual value. The checks do not depend on a test framework,
/// restore the state of the global random generator, and run one at a time.
/// </remarks>
public static class ConsistencyChecks
{
    private const long Samples = 20_000;
    private const long Seed = 20191025;

    /// <summary>Five deviations of a mean over that many costs whose deviation is at most sqrt(2) times their mean.</summary>
    private static readonly double RelativeError = 5 * Math.Sqrt(2.0 / Samples);

    /// <summary>Checks the mean of the penalty of D(x) = x_1 - x_2 on images of two pixels beside each other, whose difference is the same in all of them, over 20,000 images with a fixed seed, within 5% of its expectation.</summary>
    /// <param name="penalty">The penalty under test, which draws from the global random generator of the CPU.</param>
    /// <param name="difference">The difference of the two pixels, in the real and in the fake images.</param>
    /// <param name="expected">The expectation of the weighted penalty.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">The mean is too far from its expectation, or the penalty is not a scalar in the dtype of the samples.</exception>
    public static void TwoPixels(Penalty penalty, double difference, double expected) => PenaltyChecks.Guarded(penalty, () =>
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FormulaNet(static (x, scale) => x.flatten(1).mul(tensor([1.0, -1.0])).sum(1).mul(scale));
        var pair = tensor([difference, 0]).reshape(1, 1, 1, 2).expand(Samples, 1, 1, 2);
        Compare(penalty, discriminator, pair, pair.add(1), expected, $"consistency penalty of two pixels with the difference {difference:R}");
    });

    /// <summary>Checks the mean of the penalty of a discriminator that returns 0 or twice the logit, each with probability 1/2, as dropout does, over 20,000 samples with a fixed seed, within 5% of its expectation.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <param name="logit">The logit without dropout, of the real and of the fake samples.</param>
    /// <param name="expected">The expectation of the weighted penalty.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">The mean is too far from its expectation, or the penalty is not a scalar in the dtype of the samples.</exception>
    public static void Dropout(Penalty penalty, double logit, double expected) => PenaltyChecks.Guarded(penalty, () =>
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FormulaNet(static (x, scale) => nn.functional.dropout(x, 0.5, training: true).mul(scale));
        var samples = full([Samples, 1], logit, dtype: ScalarType.Float64);
        Compare(penalty, discriminator, samples, samples.clone(), expected, $"consistency penalty at the logit {logit:R} with dropout");
    });

    /// <summary>Checks the gradient of the penalty with respect to the parameters of the discriminator, a smooth network on images of 8 by 8 in float64, against central differences: it flows through both logits.</summary>
    /// <param name="penalty">The penalty under test, which draws from the global random generator of the CPU.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">The error of a partial derivative is more than 1e-6 of the largest one, or all are zero.</exception>
    public static void GradientOfBothLogits(Penalty penalty) => PenaltyChecks.Guarded(penalty, () => SecondOrderCheck.Run(penalty, [2, 1, 8, 8]));

    /// <summary>
    /// Checks that computing and differentiating the penalty leaves no tensor behind except the penalty, which belongs to the caller's dispose scope, and that the samples and the generator get no gradient.
    /// </summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">Other tensors stay alive, the penalty does not, or the samples or the generator get a gradient.</exception>
    public static void NothingLeaks(Penalty penalty) => PenaltyChecks.NothingLeaks(penalty);

    private static void Compare(Penalty penalty, nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake, double expected, string what)
    {
        random.manual_seed(Seed);
        var failures = new Failures();
        failures.Expect(FloatFormat.Float64, what, Scalars.Read(penalty(discriminator, real, fake), ScalarType.Float64, what), expected, RelativeError * Math.Abs(expected));
        failures.ThrowIfAny();
    }
}
