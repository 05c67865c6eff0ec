using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

using DiscriminatorTerm = Func<nn.Module<Tensor, Tensor>, Tensor>;
using GeneratorTerm = Func<GeneratedBatch, Tensor>;

/// <summary>Checks penalties of the weights of a network: functions of the discriminator, or of a batch with its generator, that return the weighted penalty.</summary>
/// <remarks>A check that fails throws an <see cref="ObjectiveCheckException"/> with the expected and the actual value. The checks do not depend on a test framework, and run one at a time.</remarks>
public static class OrthogonalChecks
{
    private const double Ulps = 64;

    /// <summary>Checks the penalty of a discriminator whose weights are W = (1, x; x, 2) and a bias, in float32 and float64.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <param name="entry">The number x.</param>
    /// <param name="expected">The weighted penalty.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">The penalty has another value, or is not a scalar in the dtype of the weights.</exception>
    public static void RowsOfDiscriminator(DiscriminatorTerm penalty, double entry, double expected) => PenaltyChecks.Guarded(penalty, () => Compare(net => penalty(net), entry, expected));

    /// <summary>Checks the penalty of a generator whose weights are W = (1, x; x, 2) and a bias, in float32 and float64.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <param name="entry">The number x.</param>
    /// <param name="expected">The weighted penalty.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">The penalty has another value, or is not a scalar in the dtype of the weights.</exception>
    public static void RowsOfGenerator(GeneratorTerm penalty, double entry, double expected) => PenaltyChecks.Guarded(penalty, () => Compare(net => penalty(new(net, ones(1))), entry, expected));

    /// <summary>Checks the gradient of the penalty with respect to the weights of the discriminator in float64 against central differences.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">The error of a partial derivative is more than 1e-6 of the largest one, or all are zero.</exception>
    public static void GradientInTheWeights(DiscriminatorTerm penalty) => PenaltyChecks.Guarded(penalty, () => SecondOrderCheck.Run((net, _, _) => penalty(net)));

    /// <summary>Checks that computing and differentiating the penalty of a discriminator leaves no tensor behind except the penalty.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">Other tensors stay alive.</exception>
    public static void NothingLeaks(DiscriminatorTerm penalty) => PenaltyChecks.Guarded(penalty, () =>
    {
        using var net = new TwoRows(3, ScalarType.Float32);
        LeakCheck.Run("a penalty of weights", () => penalty(net));
    });

    /// <summary>Checks that computing and differentiating the penalty of a generator leaves no tensor behind except the penalty.</summary>
    /// <param name="penalty">The penalty under test.</param>
    /// <exception cref="ArgumentNullException">The penalty is null.</exception>
    /// <exception cref="ObjectiveCheckException">Other tensors stay alive.</exception>
    public static void NothingLeaksFromGenerator(GeneratorTerm penalty) => PenaltyChecks.Guarded(penalty, () =>
    {
        using var scope = NewDisposeScope();
        using var net = new TwoRows(3, ScalarType.Float32);
        var generated = new GeneratedBatch(net, ones(1));
        LeakCheck.Run("a penalty of weights", () => penalty(generated));
    });

    private static void Compare(Func<nn.Module<Tensor, Tensor>, Tensor> penalty, double entry, double expected)
    {
        var failures = new Failures();
        foreach (var format in FloatFormat.Full)
        {
            using var scope = NewDisposeScope();
            using var net = new TwoRows(entry, format.Type);
            var what = $"orthogonal penalty at {entry:R} in {format.Type}";
            failures.Expect(format, what, Scalars.Read(penalty(net), format.Type, what), expected, Ulps * format.Roundoff * Math.Abs(expected));
        }

        failures.ThrowIfAny();
    }

    private sealed class TwoRows : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter bias;
        private readonly Parameter weight;

        public TwoRows(double entry, ScalarType type)
            : base(nameof(TwoRows))
        {
            (weight, bias) = (new Parameter(tensor(new double[,] { { 1, entry }, { entry, 2 } }, type)), new Parameter(full([2], 5.0, type)));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => input.matmul(weight.t()).add(bias);
    }
}
