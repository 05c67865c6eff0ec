using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

using Penalty = Func<Tensor, Tensor, Tensor>;

/// <summary>
/// Checks a path length penalty, a function of generated samples and their latents that returns the weighted penalty before its first step.
/// </summary>
/// <remarks>
/// <para>The generator of the checks is G(w) = s·w with one number per sample. The path lengths are then |s|·|y| with y ~ N(0, 1), and their mean is |s|·sqrt(2/π).</para>
/// <para>A check that fails throws an <see cref="ObjectiveCheckException"/> with the expected and the actual value. The checks do not depend on a test framework,
/// restore the state of the global random generator, and run one at a time.</para>
/// </remarks>
public static class PathLengthChecks
{
    private const long Samples = 20_000;
    private const long Seed = 20191203;

    /// <summary>Five deviations of the mean of squares of that many normal numbers.</summary>
    private static readonly double RelativeError = 5 * Math.Sqrt(2.0 / Samples);

    /// <summary>Checks the means of the penalty and of its derivative with respect to s over 20,000 samples with a fixed seed, within 5% of their expectations.</summary>
    /// <param name="penalty">The penalty under test, which draws from the global random generator of the CPU.</param>
    /// <param name="slope">The number s, not 0.</param>
    /// <param name="expected">The expectation of the weighted penalty.</param>
    /// <param name="expectedDerivative">The expectation of its derivative with respect to s.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">A mean is too far from its expectation, or the penalty is not a scalar in the dtype of the samples.</exception>
    public static void LinearGenerator(Penalty penalty, double slope, double expected, double expectedDerivative) => PenaltyChecks.Guarded(penalty, () =>
    {
        using var scope = NewDisposeScope();
        random.manual_seed(Seed);
        var (scale, term) = Of(penalty, slope, ScalarType.Float64);
        var what = $"path length penalty at slope {slope:R}, averaged over {Samples} samples";
        var failures = new Failures();
        failures.Expect(FloatFormat.Float64, what, Scalars.Read(term, ScalarType.Float64, what), expected, RelativeError * Math.Abs(expected));
        failures.Expect(
            FloatFormat.Float64, $"{what}, its derivative", Scalars.Gradient(term, scale).Single(), expectedDerivative, RelativeError * Math.Abs(expectedDerivative));
        failures.ThrowIfAny();
    });

    /// <summary>Checks that the penalty and its derivative are finite at s = 0, where the samples do not depend on the latents.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">The penalty or its derivative is NaN or infinite.</exception>
    public static void ZeroLengthIsFinite(Penalty penalty) => PenaltyChecks.Guarded(penalty, () =>
    {
        foreach (var format in FloatFormat.Full)
        {
            using var scope = NewDisposeScope();
            var (scale, term) = Of(penalty, 0, format.Type);
            double[] numbers = [Scalars.Read(term, format.Type, $"path length penalty at length 0 in {format.Type}"), .. Scalars.Gradient(term, scale)];
            if (!numbers.All(double.IsFinite))
                throw new ObjectiveCheckException($"path length penalty and its derivative at length 0 in {format.Type}: expected finite numbers, actual {string.Join(", ", numbers)}.");
        }
    });

    /// <summary>Checks that computing and differentiating the penalty leaves no tensor behind except the penalty, and that computing it leaves no gradient on the latents.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">Other tensors stay alive, or the latents have a gradient before the penalty is differentiated.</exception>
    public static void NothingLeaks(Penalty penalty) => PenaltyChecks.Guarded(penalty, () =>
    {
        using var scope = NewDisposeScope();
        var scale = ones(1).requires_grad_(true);
        LeakCheck.Run("a path length penalty", () =>
        {
            using var inner = NewDisposeScope();
            var latents = CheckSamples.Real([3, 4], ScalarType.Float32).requires_grad_(true);
            var term = penalty(latents.mul(scale), latents);
            Scalars.Alive(term, "a path length penalty");
            if (latents.grad is not null)
                throw new ObjectiveCheckException("The latents' gradient from the penalty: expected none, actual one.");
            return term.MoveToOuterDisposeScope();
        });
    });

    private static (Tensor Scale, Tensor Term) Of(Penalty penalty, double slope, ScalarType type)
    {
        var scale = tensor([slope], type).requires_grad_(true);
        var latents = CheckSamples.Real([Samples, 1], type).requires_grad_(true);
        return (scale, penalty(latents.mul(scale), latents));
    }
}
