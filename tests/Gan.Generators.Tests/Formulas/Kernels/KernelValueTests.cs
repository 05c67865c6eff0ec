using CsCheck;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Tests.Properties;

namespace Gan.Generators.Tests.Formulas.Kernels;

/// <summary>What emitted kernels compute, against the formula in double precision.</summary>
public sealed class KernelValueTests
{
    private static readonly double[] s_logits =
    [
        double.NegativeInfinity, -1000, -40, -3, -1, -0.5, -1e-30, -0.0, 0, 1e-30, 0.5, 1, 2, 3, 40, 1000, double.PositiveInfinity,
    ];

    private static readonly string[] s_formulas =
    [
        "softplus(t) * softplus(t) + sin(t) * cos(t)",
        "m * softplus(t) + (1 - m) * softplus(-t) + softplus(2 * t - 1)",
        "m * (softplus(1 - t) + 2 * softplus(t - 1)) / 3",
        "logsigmoid(t) - 0.1 * t + clamp(t, -1, 2)",
        "exp(-t * t) + exp(-abs(t)) + exp(t)",
        "max(m, t) + min(t, m) + max(t, sin(t)) + relu(1 + t)",
        "leaky_relu(t, 0.2) + elu(t, 0.5) + leaky_relu(t, t)",
        "t > 1 ? t : t < -1 ? exp(t) : pow(t, 3)",
        "t >= 1 ? sqrt(t - 1) : 0",
        "t <= 1 ? 0 : log(t)",
        "t > 0 ? 1 : 0",
        "m > 0 ? t : softplus(t)",
        "m < 0 ? t : 2",
        "softplus(m) > t ? softplus(m) * t : elu(s)",
        "softplus(m) > 1 ? t : -t",
        "3",
        "m * s + softplus(s)",
        "pow(abs(t) + 1, m) + pow(2, -abs(t)) + pow(1 + t * t, -2)",
        "sign(t) * t + tanh(t) + 1 / (1 + t * t)",
        "log1p(t * t) + expm1(-t * t) + sqrt(1 + t * t)",
        "sigmoid(t - m) + sigmoid(-t) * t",
        "-t * t - 2 * t",
    ];

    private static readonly Lazy<IReadOnlyList<KernelCode>> s_kernels = new(static () => KernelCode.Compile([.. s_formulas.Select(Parse)]));

    [Fact]
    public void EveryLossOfTheCatalogue()
    {
        // A loss with batch functions is no formula of one logit: its kernels have the statistics as numbers.
        var losses = Gan.Runtime.Objectives.All.Where(static objective => !objective.Info.HasBatchFunctions).SelectMany(static objective => LossesOf(objective.Info)).ToList();
        var kernels = KernelCode.Compile([.. losses.Select(static loss => loss.Formula)]);
        for (var i = 0; i < losses.Count; i++)
        {
            AgreesEverywhere(losses[i].Formula, kernels[i], losses[i].Defaults);
            // Other values than the defaults, within every range of the catalogue.
            AgreesEverywhere(losses[i].Formula, kernels[i], losses[i].Defaults.ToDictionary(static v => v.Key, static v => (0.75 * v.Value) + 0.2));
        }
    }

    public static TheoryData<string> Formulas => [.. s_formulas];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Agrees(string formula) => AgreesEverywhere(Parse(formula), s_kernels.Value[Array.IndexOf(s_formulas, formula)], RandomFormula.Values);

    /// <summary>Where the value is all but 0, its digits are still right.</summary>
    [Theory]
    [InlineData("softplus(t)", -40, 4.248354255291589e-18, 4.248354255291589e-18)]
    [InlineData("softplus(-t)", 700, 9.859676543759771e-305, -9.859676543759771e-305)]
    [InlineData("sigmoid(t)", -700, 9.859676543759771e-305, 9.859676543759771e-305)]
    [InlineData("square(t)", 1e-30, 1e-60, 2e-30)]
    public void TailsKeepTheirDigits(string formula, double t, double loss, double slope)
    {
        var actual = Compile([Parse(formula)])[0].At(t);
        Assert.Equal(1, actual.Loss / loss, 1e-13);
        Assert.Equal(1, actual.Slope / slope, 1e-13);
    }

    [Fact]
    public void RandomFormulasAgreeAndKeepNaN()
    {
        var formulas = RandomFormula.Any.Take(300).Select(Simplifier.Simplify).ToList();
        var compared = 0;
        var kernels = Compile(formulas);
        for (var i = 0; i < kernels.Count; i++)
        {
            var slope = Derivative.Of(formulas[i]);
            foreach (var t in new[] { -2.3, -0.7, 0.4, 1.9 })
            {
                if (!IsOrdinary(formulas[i], t)) continue;
                Near(formulas[i], kernels[i].At(t).Loss, t, RandomFormula.Values, 1e-9, "loss");
                if (!IsOrdinary(slope, t)) continue;
                Near(slope, kernels[i].At(t).Slope, t, RandomFormula.Values, 1e-9, $"slope of {formulas[i]}");
                compared++;
            }

            Assert.True(kernels[i].At(double.NaN) is (double.NaN, double.NaN), $"{formulas[i]} loses NaN");
        }

        Assert.True(compared > 600, $"Only {compared} values could be compared.");
    }

    [Fact]
    public void TracesOfRandomFormulasHaveTheKernelsBits()
    {
        foreach (var kernel in Compile([.. RandomFormula.Any.Take(300).Select(Simplifier.Simplify)]))
        {
            foreach (var t in s_logits.Append(double.NaN).Append(0.4))
            {
                var (expected, actual) = kernel.Traced(t);
                Assert.Equal(expected, actual);
            }
        }
    }

    [Fact]
    public void NoKernelLosesANaNWhateverTheHyperparameters()
    {
        string[] formulas = ["pow(t, m)", "pow(m, t)", "t > 0 ? pow(t, m) : 1", "m > 0 ? 1 : t", "pow(t, m) > 2 ? 0 : t", "leaky_relu(t, m)", "m * t"];
        foreach (var kernel in KernelCode.Compile([.. formulas.Select(Parse)]))
        {
            foreach (var m in new[] { 0.0, 1, 2, -1 })
                Assert.Equal((double.NaN, double.NaN), kernel.With(new Dictionary<string, double> { ["m"] = m }).At(double.NaN));
        }
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void LossAndSlopeInTensorOperationsAreTheSame(string formula)
    {
        var loss = Parse(formula);
        var (slope, kernel) = (Derivative.Of(loss), s_kernels.Value[Array.IndexOf(s_formulas, formula)].With(RandomFormula.Values));
        foreach (var t in new[] { -40, -3.1, -0.25, 0.4, 1.7, 3, 40 })
        {
            var composed = kernel.Composed(t);
            Near(loss, composed.Loss, t, RandomFormula.Values, 1e-12, "loss");
            Near(slope, composed.Slope, t, RandomFormula.Values, 1e-12, "slope");
            Near(Derivative.Of(slope), composed.Curvature, t, RandomFormula.Values, 1e-12, "curvature");
        }

        Assert.True(kernel.Composed(double.NaN) is { Loss: double.NaN, Slope: double.NaN });
    }

    private static Expr Parse(string formula) => Simplifier.Simplify(Formula.Parse(formula, RandomFormula.Parameters));

    private static IReadOnlyList<KernelRun> Compile(IReadOnlyList<Expr> formulas) => [.. KernelCode.Compile(formulas).Select(static kernel => kernel.With(RandomFormula.Values))];

    /// <summary>All that an objective of any coupling may need.</summary>
    private static IEnumerable<(Expr Formula, Dictionary<string, double> Defaults)> LossesOf(Gan.Runtime.ObjectiveInfo info)
    {
        var defaults = info.Hyperparameters.ToDictionary(static h => h.Name[..1].ToLowerInvariant() + h.Name[1..], static h => h.Default);
        var losses = new[] { info.Real, info.Fake, info.Generator }.Select(formula => Formula.Parse(formula.Text, [.. defaults.Keys])).ToList();
        return losses.Append(losses[2].ReplaceLogit(-Expr.T)).Select(loss => (Simplifier.Simplify(loss), defaults));
    }

    private static void AgreesEverywhere(Expr loss, KernelCode code, IReadOnlyDictionary<string, double> values)
    {
        var (kernel, slope) = (code.With(values), Derivative.Of(loss));
        foreach (var t in s_logits)
        {
            Near(loss, kernel.At(t).Loss, t, values, 1e-12, "loss");
            Near(slope, kernel.At(t).Slope, t, values, 1e-12, $"slope of {loss}");
        }

        Assert.Equal((double.NaN, double.NaN), kernel.At(double.NaN));
    }

    private static bool IsOrdinary(Expr formula, double t) => formula.Nodes().All(n => Math.Abs(n.Evaluate(t, RandomFormula.Values)) is < 1e6);

    private static void Near(Expr formula, double actual, double t, IReadOnlyDictionary<string, double> values, double tolerance, string what)
    {
        var expected = formula.Evaluate(t, values);
        Assert.True(actual.Equals(expected) || Math.Abs(actual - expected) <= tolerance * (1e-3 + Math.Abs(expected)), $"{what} at {t:R}: {formula} is {expected:R}, the kernel says {actual:R}");
    }
}
