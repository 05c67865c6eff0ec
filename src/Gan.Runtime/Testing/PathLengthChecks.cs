using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

using Penalty = Func<Tensor, Tensor, Tensor>;

/// <summary>
/// What a path length penalty must fulfil. It takes generated samples and their latents, and returns its weighted term before its first step.
/// Each check throws an <see cref="ObjectiveCheckException"/> that says what was expected and what came; they depend on no test framework.
/// </summary>
/// <remarks>
/// The generator is G(w) = s·w on one number a sample, so that the lengths are |s|·|y| with y ~ N(0, 1), whose mean is |s|·sqrt(2/π).
/// The checks leave the state of the global random generator as it was, and run one at a time.
/// </remarks>
public static class PathLengthChecks
{
    private const long Samples = 20_000;
    private const long Seed = 20191203;

    /// <summary>Five deviations of the mean of squares of that many normal numbers.</summary>
    private static readonly double RelativeError = 5 * Math.Sqrt(2.0 / Samples);

    /// <summary>The expectation of the term and of its derivative in s, by the mean over 20,000 samples with one seed, within 5%.</summary>
    /// <param name="penalty">The penalty under test. Its draws come from the global generator of the CPU.</param>
    /// <param name="slope">s, not 0.</param>
    /// <param name="expected">The weighted term.</param>
    /// <param name="expectedDerivative">Its derivative in s.</param>
    /// <exception cref="ObjectiveCheckException">A mean is too far from its expectation, or the term is no scalar of the samples' dtype.</exception>
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

    /// <summary>Where the samples do not change with the latents, the term and its derivative are finite.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ObjectiveCheckException">The term or its derivative is NaN or infinite.</exception>
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

    /// <summary>Computing and differentiating the term leaves nothing behind but the term, and no gradient of its own on the latents.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ObjectiveCheckException">Tensors stay alive, or the latents have a gradient before the term is differentiated.</exception>
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
