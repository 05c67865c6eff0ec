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
