using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives.Divergences;

namespace Gan.Generators.Tests.Divergences;

/// <summary>What follows from f alone. The expected losses are the closed forms of Nowozin, Cseke and Tomioka 2016 (arXiv 1606.00709) in the logit v = log(p/q).</summary>
public sealed class DivergenceDerivationTests
{
    private static readonly Dictionary<string, double> s_none = [];

    private static readonly double[] s_logits = [-6, -2.5, -1, -0.3, 0, 0.7, 1, 3.2, 6];

    public static TheoryData<string, string, Func<double, double>, Func<double, double>> Table => new()
    {
        { "Kullback-Leibler", "u * log(u)", v => -1 - v, Math.Exp },
        { "reverse Kullback-Leibler", "-log(u)", v => Math.Exp(-v), v => v - 1 },
        { "Pearson χ²", "pow(u - 1, 2)", v => -2 * (Math.Exp(v) - 1), v => Math.Exp(2 * v) - 1 },
        { "Neyman χ²", "pow(1 - u, 2) / u", v => Math.Exp(-2 * v) - 1, v => 2 - (2 * Math.Exp(-v)) },
        { "squared Hellinger", "pow(sqrt(u) - 1, 2)", v => Math.Exp(-v / 2) - 1, v => Math.Exp(v / 2) - 1 },
        { "Jensen-Shannon", "u * log(u) - (u + 1) * log((u + 1) / 2)", v => Softplus(-v) - Math.Log(2), v => Softplus(v) - Math.Log(2) },
        { "the minimax GAN", "u * log(u) - (u + 1) * log(u + 1)", v => Softplus(-v), Softplus },
        { "the minimax GAN, multiplied out", "u * log(u) - u * log1p(u) - log1p(u)", v => Softplus(-v), Softplus },
        { "total variation", "0.5 * abs(u - 1)", v => -0.5 * Math.Tanh(v), v => 0.5 * Math.Tanh(v) },
        // f = (u - 1)²/(u + 1): f' = 1 - 4/(u + 1)², u f' - f = 3 - 8/(u + 1) + 4/(u + 1)²
        { "triangular discrimination", "square(u - 1) / (u + 1)", v => -1 + (4 * Square(Sigmoid(-v))), v => 3 - (8 * Sigmoid(-v)) + (4 * Square(Sigmoid(-v))) },
        // f = (u^a - 1 - a (u - 1)) / (a (a - 1)) with a = 3: f' = (u² - 1)/2, u f' - f = (u³ - 1)/3
        { "α-divergence, α = 3", "(pow(u, 3) - 1 - 3 * (u - 1)) / 6", v => (1 - Math.Exp(2 * v)) / 2, v => (Math.Exp(3 * v) - 1) / 3 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void GivesThePublishedLosses(string name, string f, Func<double, double> real, Func<double, double> fake)
    {
        var losses = DivergenceDerivation.Derive(Parse(f));
        foreach (var v in s_logits)
        {
            AssertClose($"{name}, real", real(v), losses.Real.Evaluate(v, s_none));
            AssertClose($"{name}, fake", fake(v), losses.Fake.Evaluate(v, s_none));
        }
    }

    [Theory]
    [InlineData("u * log(u) - (u + 1) * log(u + 1)", "softplus(-t)", "softplus(t)")]
    [InlineData("u * log(u)", "-t - 1", "exp(t)")]
    [InlineData("-log(u)", "exp(-t)", "t - 1")]
    [InlineData("pow(u - 1, 2)", "-2 * expm1(t)", "expm1(2 * t)")]
    [InlineData("pow(1 - u, 2) / u", "expm1(-2 * t)", "-2 * expm1(-t)")]
    [InlineData("pow(sqrt(u) - 1, 2)", "expm1(-0.5 * t)", "expm1(0.5 * t)")]
    [InlineData("abs(u - 1)", "-tanh(t)", "tanh(t)")]
    public void ComesOutInItsStableForm(string f, string real, string fake)
    {
        var losses = DivergenceDerivation.Derive(Parse(f));
        Assert.Equal((real, fake), (TextPrinter.Print(losses.Real), TextPrinter.Print(losses.Fake)));
    }

    /// <summary>At the far tails each row is finite where its closed form is.</summary>
    [Theory]
    [InlineData("u * log(u) - (u + 1) * log((u + 1) / 2)")]
    [InlineData("square(u - 1) / (u + 1)")]
    [InlineData("abs(u - 1)")]
    public void BoundedSlopesStayFinite(string f)
    {
        var losses = DivergenceDerivation.Derive(Parse(f));
        foreach (var loss in new[] { losses.Real, losses.Fake, Derivative.Of(losses.Real), Derivative.Of(losses.Fake) })
        {
            Assert.True(double.IsFinite(loss.Evaluate(1e4, s_none)), $"{loss} at 1e4");
            Assert.True(double.IsFinite(loss.Evaluate(-1e4, s_none)), $"{loss} at -1e4");
        }
    }

    /// <summary>
    /// A factor of the whole of f is one of the losses, and leaves no e^v that only rounding keeps from cancelling: at 1e4 it would be ∞ - ∞.
    /// </summary>
    [Theory]
    [InlineData("{0} * (u * log(u) - (u + 1) * log((u + 1) / 2))")]
    [InlineData("{0} * u * log(u) - {0} * (u + 1) * log((u + 1) / 2)")]
    [InlineData("{0} * u * log(u) - ({0} * u + {0}) * log(u + 1)")]
    public void AFactorLeavesNoRounding(string format)
    {
        var random = new Random(20161205);
        foreach (var factor in Enumerable.Range(0, 100).Select(_ => Math.Round(10 * random.NextDouble(), 3)).Concat([7, 620, 0.1]))
        {
            var f = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, factor);
            var (losses, one) = (DivergenceDerivation.Derive(Parse(f)), DivergenceDerivation.Derive(Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, format, 1))));
            foreach (var v in new[] { -1e4, -1, 0.3, 1e4 })
            {
                AssertClose(f, factor * one.Real.Evaluate(v, s_none), losses.Real.Evaluate(v, s_none), factor);
                AssertClose(f, factor * one.Fake.Evaluate(v, s_none), losses.Fake.Evaluate(v, s_none), factor);
            }
        }
    }

    /// <summary>Where p and q are equal the balanced logit is 0: u φ_real'(v) + φ_fake'(v) = 0 at u = e^v, for every f.</summary>
    [Theory]
    [MemberData(nameof(Table))]
    public void TheOptimalLogitIsTheLogRatio(string name, string f, Func<double, double> real, Func<double, double> fake)
    {
        Assert.NotEmpty(name + real(0) + fake(0));
        if (f.Contains("abs", StringComparison.Ordinal))
            return; // its activation keeps the sign of the optimal logit alone
        var losses = DivergenceDerivation.Derive(Parse(f));
        var (realSlope, fakeSlope) = (Derivative.Of(losses.Real), Derivative.Of(losses.Fake));
        foreach (var v in s_logits)
            AssertClose(name, 0, (Math.Exp(v) * realSlope.Evaluate(v, s_none)) + fakeSlope.Evaluate(v, s_none), Math.Exp(3 * Math.Abs(v)));
    }

    private static Expr Parse(string f) => FormulaParser.Parse(f, [], "u").Expression!;

    private static void AssertClose(string what, double expected, double actual, double scale = 1)
        => Assert.True(Math.Abs(expected - actual) <= 1e-12 * Math.Max(scale, Math.Abs(expected)), $"{what}: expected {expected:R}, actual {actual:R}");

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Square(double x) => x * x;
}
