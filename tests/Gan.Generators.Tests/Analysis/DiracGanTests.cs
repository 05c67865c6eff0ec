using System.Numerics;
using Gan.Dsl;
using Gan.Generators.Penalties;
using Gan.Generators.Tests.Formulas;

namespace Gan.Generators.Tests.Analysis;

/// <summary>Eigenvalues against those of the Dirac-GAN's gradient field, differentiated numerically with its penalties written out.</summary>
public class DiracGanTests
{
    private static readonly Penalty R1 = new ZeroCentredPenalty(1.5, 4, AtReal: true, GivesGamma: false, GivesBoth: false);
    private static readonly Penalty R2 = new ZeroCentredPenalty(0.25, 1, AtReal: false, GivesGamma: true, GivesBoth: false);
    private static readonly Penalty Centred = new GradientPenalty(0.75, 1, 0, false, PenaltyPoint.Interpolates, GradientNorm.PerSample);
    private static readonly Penalty DraganCentred = new DraganPenalty(0.6, 1, 0, DraganNoise.Uniform, 0.5);
    private static readonly Penalty DraganUnit = new DraganPenalty(0.6, 1, 1, DraganNoise.Uniform, 0.5);
    private static readonly Penalty Unit = new GradientPenalty(10, 1, 1, false, PenaltyPoint.Interpolates, GradientNorm.PerSample);
    private static readonly Penalty UnitOneSided = new GradientPenalty(10, 1, 1, true, PenaltyPoint.Interpolates, GradientNorm.PerSample);

    [Theory]
    [InlineData("softplus(t)", "softplus(t)")]
    [InlineData("softplus(t)", "-softplus(-t)")]
    [InlineData("t", "t")]
    [InlineData("pow(1 + t, 2)", "pow(1 + t, 2)")]
    [InlineData("max(0, 1 + t)", "t")]
    [InlineData("exp(t)", "2 * t")]
    public void Eigenvalues_are_those_of_the_numeric_Jacobian(string discriminator, string generator)
    {
        (Penalty[] Declared, Func<double, double> Term)[] cases =
        [
            ([], _ => 0),
            ([R1], psi => 1.5 * psi * psi),
            ([R2], psi => 0.25 * psi * psi),
            ([R1, R2], psi => 1.75 * psi * psi),
            ([Centred], psi => 0.75 * psi * psi),
            ([DraganCentred], psi => 0.6 * psi * psi),
            ([DraganCentred, R1], psi => 2.1 * psi * psi),
            ([UnitOneSided], psi => 10 * Math.Pow(Math.Max(0, Math.Abs(psi) - 1), 2)),
        ];
        foreach (var (declared, term) in cases)
        {
            var (a, b) = Roots(Jacobian(discriminator, generator, term));
            var found = Analysed.Pair(discriminator, generator, declared).LocalConvergence;
            var e = found.Eigenvalues!;
            var (x, y) = (e.First, e.Second);
            Assert.True(Math.Min((x - a).Magnitude + (y - b).Magnitude, (x - b).Magnitude + (y - a).Magnitude) < 1e-5, $"{e} is not {a}, {b}");
            Assert.Equal(a.Real < -1e-6 && b.Real < -1e-6, found.Converges.IsProved);
        }
    }

    [Fact]
    public void A_penalty_towards_another_norm_does_not_help()
    {
        Assert.Equal(0, Analysed.Pair("t", "t", Unit).LocalConvergence.Gamma);
        Assert.True(Analysed.Pair("t", "t", Unit).LocalConvergence.Converges.IsRefuted);
        Assert.Equal(0, Analysed.Pair("t", "t", DraganUnit).LocalConvergence.Gamma);
    }

    /// <summary>At the equilibrium the logit is 0, where σ² is ¼ and the losses have the slopes of softplus and t.</summary>
    [Theory]
    [InlineData("square(n)", null, 2)]
    [InlineData("3 * n * n + pow(n, 4)", null, 6)]
    [InlineData("n < 2 ? n * n : 4 * n - 4", null, 2)]
    [InlineData("square(n)", "square(sigmoid(t))", 0.5)]
    [InlineData("square(n)", "3", 6)]
    [InlineData("square(max(0, n - 1))", null, 0)]
    [InlineData("square(max(0, n - 1))", "sigmoid(t)", 0)]
    [InlineData("square(n - 1)", null, 0)]
    public void A_formula_counts_by_its_curvature_at_0(string formula, string? factor, double curvature)
    {
        foreach (var (discriminator, generator) in new[] { ("softplus(t)", "softplus(t)"), ("t", "t") })
        {
            // Those of the critic alone do not say where its logits are.
            if (factor is not null && discriminator == "t") continue;
            var found = Analysed.Pair(discriminator, generator, ByFormula(formula, factor)).LocalConvergence;
            Assert.Equal(0.75 * curvature, found.Gamma, 1e-12);
            Assert.Equal(curvature > 0, found.Converges.IsProved);
            Assert.Equal(curvature == 0, found.Converges.IsRefuted);
        }
    }

    /// <summary>n⁶ is flatter than any parabola and n has a kink; both slow ψ down, which the eigenvalues do not show. Neither does what a factor that is 0 does. Of cosh no certificate can be checked.</summary>
    [Theory]
    [InlineData("pow(n, 6)", null)]
    [InlineData("n", null)]
    [InlineData("sqrt(n)", null)]
    [InlineData("cosh(n) - 1", null)]
    [InlineData("pow(n, 1.5)", null)]
    [InlineData("square(n)", "square(t)")]
    [InlineData("square(n) + 1", "sigmoid(t)")]
    public void Where_the_curvature_does_not_tell_nothing_is_said(string formula, string? factor)
    {
        var found = Analysed.Pair("softplus(t)", "softplus(t)", ByFormula(formula, factor)).LocalConvergence;
        Assert.True(found.Converges.IsUnknown);
        Assert.Null(found.Eigenvalues);
    }

    /// <summary>w₁ψ² + w₂(|ψ| − 1)² has its minimum beside 0: ψ does not come to rest at 0.</summary>
    [Fact]
    public void A_penalty_that_pushes_the_gradient_from_0_leaves_it_open_what_one_towards_0_does()
    {
        Assert.True(Analysed.Pair("softplus(t)", "softplus(t)", R1, Unit).LocalConvergence.Converges.IsUnknown);
        Assert.True(Analysed.Pair("softplus(t)", "softplus(t)", R1, ByFormula("square(n - 1)", null)).LocalConvergence.Converges.IsUnknown);
        Assert.True(Analysed.Pair("softplus(t)", "softplus(t)", R1, UnitOneSided).LocalConvergence.Converges.IsProved);
    }

    private static GradientPenalty ByFormula(string formula, string? factor)
    {
        return new GradientPenalty(0.75, 1, 1, false, PenaltyPoint.Real, GradientNorm.PerSample) { Formula = Read("Formula", formula, "n"), Factor = factor is null ? null : Read("Factor", factor, "t") };

        static PenaltyFormula Read(string argument, string text, string variable)
        {
            var meaning = Gan.Generators.Formulas.Reading.FormulaParser.Parse(text, [], variable).Expression!;
            return new(argument, text, variable) { Meaning = meaning, AtDefaults = meaning };
        }
    }

    [Fact]
    public void Players_that_pull_apart_diverge()
    {
        var result = Analysed.Pair("softplus(t)", "softplus(-t)", R1).LocalConvergence;
        Assert.True(result.Converges.IsRefuted);
        Assert.True(result.Eigenvalues!.First.Real > 0);
    }

    [Fact]
    public void Zero_slopes_and_kinks_decide_nothing()
    {
        Assert.True(Analysed.Pair("softplus(t)", "t * t / 2", R1).LocalConvergence.Converges.IsUnknown);
        Assert.True(Analysed.Pair("relu(t)", "t", R1).LocalConvergence.Converges.IsUnknown);
    }

    /// <summary>λ² + γλ + ¼: with a great γ the root near 0 is −¼/γ to first order, which −γ/2 + √(γ²/4 − ¼) loses in rounding.</summary>
    [Theory]
    [InlineData(1e7, -2.5e-8)]
    [InlineData(2e8, -1.25e-9)]
    public void The_root_near_zero_is_not_lost_in_rounding(double gamma, double root)
    {
        var found = Analysed.Pair("softplus(t)", "softplus(t)", new ZeroCentredPenalty(gamma / 2, 1, AtReal: true, GivesGamma: true, GivesBoth: false)).LocalConvergence.Eigenvalues!;
        Assert.Equal(root, found.First.Real, Math.Abs(root) * 1e-9);
        Assert.Equal(-gamma, found.Second.Real, gamma * 1e-9);
    }

    [Fact]
    public void Small_numbers_are_written_as_people_write_them()
        => Assert.Equal("-2.5·10⁻⁸ and -10000000", Analysed.Pair("softplus(t)", "softplus(t)", new ZeroCentredPenalty(5e6, 1, true, true, false)).LocalConvergence.Eigenvalues!.ToString());

    // (θ, ψ) moves by −∂L_G/∂θ and −∂L_D/∂ψ, with D(x) = ψx, real samples at 0 and generated ones at θ.
    private static double[,] Jacobian(string discriminator, string generator, Func<double, double> penalty)
    {
        var (d, g) = (Formula.Parse(discriminator), Formula.Parse(generator));
        double LossD(double theta, double psi) => d.Evaluate(0) + d.Evaluate(psi * theta) + penalty(psi);
        double LossG(double theta, double psi) => g.Evaluate(-psi * theta);
        const double h = 1e-3;
        double Slope(Func<double, double> f, double x) => (f(x + h) - f(x - h)) / (2 * h);
        double OfTheta(double theta, double psi) => -Slope(x => LossG(x, psi), theta);
        double OfPsi(double theta, double psi) => -Slope(x => LossD(theta, x), psi);
        return new[,]
        {
            { Slope(x => OfTheta(x, 0), 0), Slope(x => OfTheta(0, x), 0) },
            { Slope(x => OfPsi(x, 0), 0), Slope(x => OfPsi(0, x), 0) },
        };
    }

    private static (Complex, Complex) Roots(double[,] m)
    {
        var (trace, determinant) = (m[0, 0] + m[1, 1], (m[0, 0] * m[1, 1]) - (m[0, 1] * m[1, 0]));
        var root = Complex.Sqrt((trace * trace / 4) - determinant);
        return ((trace / 2) + root, (trace / 2) - root);
    }
}
