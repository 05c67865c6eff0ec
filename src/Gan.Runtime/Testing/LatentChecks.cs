using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

using DiscriminatorTerm = Func<nn.Module<Tensor, Tensor>, GeneratedBatch, Tensor>;
using GeneratorTerm = Func<GeneratedBatch, Tensor>;
using SampleTerm = Func<Tensor, Tensor, Tensor>;

/// <summary>Checks penalties that call the generator: functions of a generator with its latents, and of the discriminator for a penalty of its loss, that return the weighted penalty.</summary>
/// <remarks>
/// <para>The generator of the checks is G(z) = s·z with one number per sample, and the discriminator is D(x) = x.</para>
/// <para>A check that fails throws an <see cref="ObjectiveCheckException"/> with the expected and the actual value. The checks do not depend on a test framework,
/// restore the state of the global random generator, and run one at a time.</para>
/// </remarks>
public static class LatentChecks
{
    private const long Samples = 20_000;
    private const long Seed = 20200211;

    private const double ExactError = 1e-12;

    /// <summary>Five deviations of the mean of squares of that many normal numbers.</summary>
    private static readonly double RelativeError = 5 * Math.Sqrt(2.0 / Samples);

    /// <summary>Checks the mean of a penalty of the discriminator over 20,000 samples with a fixed seed, within 5% of its expectation.</summary>
    /// <param name="penalty">The penalty under test, which draws from the global random generator of the CPU.</param>
    /// <param name="slope">The number s, not 0.</param>
    /// <param name="expected">The expectation of the weighted penalty.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">The mean is too far from its expectation, the penalty is not a scalar in the dtype of the samples, or the generator gets a gradient.</exception>
    public static void LinearGeneratorAndDiscriminator(DiscriminatorTerm penalty, double slope, double expected) => PenaltyChecks.Guarded(penalty, () =>
    {
        using var scope = NewDisposeScope();
        using var generator = Generator(slope);
        using var discriminator = Discriminator();
        random.manual_seed(Seed);
        var term = penalty(discriminator, Latents(generator));
        var what = $"penalty at the generator's slope {slope:R}, averaged over {Samples} samples";
        Compare(what, Scalars.Read(term, ScalarType.Float64, what), expected);
        Compare($"{what}, its derivative in the scale of D", Scalars.Gradient(term, discriminator.Scale).Single(), 2 * expected);
        if (generator.Scale.grad is not null)
            throw new ObjectiveCheckException("The generator's gradient from the penalty: expected none, actual one.");
    });

    /// <summary>Checks the means of a penalty of the generator and of its derivative with respect to s over 20,000 samples with a fixed seed, within 5% of their expectations.</summary>
    /// <param name="penalty">The penalty under test, which draws from the global random generator of the CPU.</param>
    /// <param name="slope">The number s, not 0.</param>
    /// <param name="expected">The expectation of the weighted penalty.</param>
    /// <param name="expectedDerivative">The expectation of its derivative with respect to s.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">A mean is too far from its expectation, or the penalty is not a scalar in the dtype of the samples.</exception>
    public static void LinearGenerator(GeneratorTerm penalty, double slope, double expected, double expectedDerivative) => PenaltyChecks.Guarded(penalty, () =>
    {
        using var scope = NewDisposeScope();
        using var generator = Generator(slope);
        random.manual_seed(Seed);
        var term = penalty(Latents(generator));
        var what = $"penalty at the generator's slope {slope:R}, averaged over {Samples} samples";
        Compare(what, Scalars.Read(term, ScalarType.Float64, what), expected);
        Compare($"{what}, its derivative", Scalars.Gradient(term, generator.Scale).Single(), expectedDerivative);
    });

    /// <summary>Checks a penalty of samples and their latents, and its derivative with respect to s, against their closed form.</summary>
    /// <param name="penalty">The penalty under test, which draws no random numbers.</param>
    /// <param name="slope">The number s, not 0.</param>
    /// <param name="expected">The weighted penalty.</param>
    /// <param name="expectedDerivative">Its derivative with respect to s.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">The penalty or its derivative has another value, or the penalty is not a scalar in the dtype of the samples.</exception>
    public static void SamplesOfLinearGenerator(SampleTerm penalty, double slope, double expected, double expectedDerivative) => PenaltyChecks.Guarded(penalty, () =>
    {
        using var scope = NewDisposeScope();
        using var generator = Generator(slope);
        var latents = CheckSamples.Real([7, 3], ScalarType.Float64);
        var term = penalty(generator.call(latents), latents);
        var what = $"penalty of samples at the generator's slope {slope:R}";
        Compare(what, Scalars.Read(term, ScalarType.Float64, what), expected, ExactError);
        Compare($"{what}, its derivative", Scalars.Gradient(term, generator.Scale).Single(), expectedDerivative, ExactError);
    });

    /// <summary>Checks that computing and differentiating a penalty of samples and their latents leaves no tensor behind except the penalty.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">Other tensors stay alive.</exception>
    public static void NothingLeaksFromSamples(SampleTerm penalty) => PenaltyChecks.Guarded(penalty, () =>
    {
        using var scope = NewDisposeScope();
        using var generator = Generator(2);
        LeakCheck.Run("a penalty of samples", () =>
        {
            using var inner = NewDisposeScope();
            var latents = CheckSamples.Real([4, 3], ScalarType.Float64);
            var term = penalty(generator.call(latents), latents);
            Scalars.Alive(term, "a penalty of samples");
            return term.MoveToOuterDisposeScope();
        });
    });

    /// <summary>Checks that computing and differentiating a penalty of the generator leaves no tensor behind except the penalty.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">Other tensors stay alive.</exception>
    public static void NothingLeaks(GeneratorTerm penalty) => PenaltyChecks.Guarded(penalty, () =>
    {
        using var scope = NewDisposeScope();
        using var generator = Generator(2);
        var generated = Latents(generator);
        LeakCheck.Run("a penalty of the generator", () => penalty(generated));
    });

    /// <summary>Checks that computing and differentiating a penalty of the discriminator leaves no tensor behind except the penalty.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">Other tensors stay alive.</exception>
    public static void NothingLeaksFromDiscriminator(DiscriminatorTerm penalty) => PenaltyChecks.Guarded(penalty, () =>
    {
        using var scope = NewDisposeScope();
        using var generator = Generator(2);
        using var discriminator = Discriminator();
        var generated = Latents(generator);
        LeakCheck.Run("a penalty with the generator", () => penalty(discriminator, generated));
    });

    private static void Compare(string what, double actual, double expected, double? relativeError = null)
    {
        var failures = new Failures();
        failures.Expect(FloatFormat.Float64, what, actual, expected, (relativeError ?? RelativeError) * Math.Abs(expected));
        failures.ThrowIfAny();
    }

    private static FormulaNet Generator(double slope) => new(static (z, scale) => z.mul(scale), slope);

    private static FormulaNet Discriminator() => new(static (x, scale) => x.mul(scale));

    private static GeneratedBatch Latents(FormulaNet generator) => new(generator, CheckSamples.Real([Samples, 1], ScalarType.Float64));
}
