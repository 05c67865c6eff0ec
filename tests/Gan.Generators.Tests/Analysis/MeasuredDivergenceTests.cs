using Gan.Dsl;
using Gan.Generators.Analysis;
using Gan.Generators.Basics;
using Gan.Generators.Objectives;
using Gan.Generators.Penalties;
using Gan.Generators.Tests.Formulas;

namespace Gan.Generators.Tests.Analysis;

/// <summary>What the best D measures under what limits it, and what G then minimises.</summary>
public sealed class MeasuredDivergenceTests
{
    // Non-saturating: KL(q ‖ p) − 2 JSD (Arjovsky and Bottou 2017, arXiv 1701.04862, theorem 2.5). Of the non-saturating f-GANs g″ = f″/u by hand: 1/u becomes 1/u²,
    // 1/u² becomes 1/u³ = ½·2/u³. The hinge: h steps down by 2 where TV's ½|u − 1| steps up by 1. Least squares to 1 and 0 of an s twice as large: G twice its loss.
    [Theory]
    [InlineData("vanilla", "2 JSD(p ‖ q)")]
    [InlineData("non-saturating", "1 KL(q ‖ p) + -2 JSD(p ‖ q)")]
    [InlineData("hinge", "2 total variation TV(p, q)")]
    [InlineData("hinge, halved", "2 total variation TV(p, q)")]
    [InlineData("EBGAN from 0 on", "10 total variation TV(p, q)")]
    [InlineData("KL", "1 KL(p ‖ q)")]
    [InlineData("reverse KL", "1 KL(q ‖ p)")]
    [InlineData("Pearson", "1 Pearson χ²(p ‖ q)")]
    [InlineData("Neyman", "1 Neyman χ²(p ‖ q)")]
    [InlineData("Hellinger", "1 squared Hellinger H²(p, q)")]
    [InlineData("boundary-seeking", "")]
    [InlineData("exponential", "")]
    [InlineData("least squares, Pearson", "")]
    public void What_G_minimises(string name, string expected) => Assert.Equal(expected, Text(Analysed.Known[name]));

    [Theory]
    [InlineData("u * log(u)", "1 KL(q ‖ p)")]
    [InlineData("-log(u)", "0.5 Neyman χ²(p ‖ q)")]
    [InlineData("pow(u - 1, 2)", "2 KL(p ‖ q)")]
    [InlineData("u * log(u) - (u + 1) * log((u + 1) / 2)", "1 KL(q ‖ p) + -2 JSD(p ‖ q)")]
    public void What_the_non_saturating_choice_minimises(string f, string expected) => Assert.Equal(expected, Text(Analysed.Divergence(f, nonSaturating: true)));

    /// <summary>
    /// The gradient of E_q[G(D*)], D* held, in the weights of three bins, against the differences of Σ q·g(p/q) that is claimed, D* not needed: two ways that share no code.
    /// </summary>
    [Theory]
    [InlineData("non-saturating")]
    [InlineData("vanilla")]
    [InlineData("KL")]
    [InlineData("Hellinger")]
    public void The_gradient_is_that_of_what_is_claimed(string name)
    {
        double[] p = [0.5, 0.3, 0.2], q = [0.2, 0.35, 0.45];
        Func<double, double> loss = name switch
        {
            "non-saturating" => static u => Math.Log(1 + (1 / u)),
            "vanilla" => static u => -Math.Log(1 + u),
            "KL" => static u => -u,
            _ => static u => -(Math.Sqrt(u) - 1),
        };
        double Claimed(double[] weights) => Analysed.Known[name].GeneratorDivergence.Terms.Sum(term => term.Factor * weights.Zip(p, (w, at) => w * Generator(term.Name, at / w)).Sum());

        // From one bin to the next, so that the weights add up to 1.
        for (var i = 0; i < 2; i++)
        {
            const double h = 1e-5;
            double[] up = [.. q], down = [.. q];
            (up[i], up[i + 1], down[i], down[i + 1]) = (q[i] + h, q[i + 1] - h, q[i] - h, q[i + 1] + h);
            Assert.Equal(loss(p[i] / q[i]) - loss(p[i + 1] / q[i + 1]), (Claimed(up) - Claimed(down)) / (2 * h), 1e-6);
        }

        static double Generator(string name, double u) => name switch
        {
            "JSD(p ‖ q)" => 0.5 * ((u * Math.Log(u)) - ((u + 1) * Math.Log((u + 1) / 2))),
            "KL(p ‖ q)" => u * Math.Log(u),
            "KL(q ‖ p)" => -Math.Log(u),
            "squared Hellinger H²(p, q)" => Math.Pow(Math.Sqrt(u) - 1, 2),
            _ => throw new InvalidOperationException(name),
        };
    }

    private static readonly Penalty Unit = new GradientPenalty(10, 1, 1, false, PenaltyPoint.Interpolates, GradientNorm.PerSample);
    private static readonly Penalty R1 = new ZeroCentredPenalty(5, 1, AtReal: true, GivesGamma: false, GivesBoth: false);
    private static readonly Penalty R2 = new ZeroCentredPenalty(5, 1, AtReal: false, GivesGamma: false, GivesBoth: false);
    private static readonly Penalty Centred = new GradientPenalty(2, 1, 0, false, PenaltyPoint.Interpolates, GradientNorm.PerSample);

    /// <summary>A bound on the slope gives Wasserstein's distance, a price on its square Sobolev's: min a·m − … over D = s·D₁ with ∫‖∇D₁‖² = 1 is −a²/4w.</summary>
    [Fact]
    public void A_critic_measures_by_its_limit()
    {
        Assert.Equal("1 Wasserstein distance W₁(p, q), under a 1-Lipschitz constraint", Measured("t", Unit));
        Assert.Equal("0.05 squared Sobolev distance of order −1 between p and q, weighted by p", Measured("t", R1));
        Assert.Equal("0.2 squared Sobolev distance of order −1 between p and q, weighted by p", Measured("2 * t", R1));
        Assert.Equal("0.25 squared Sobolev distance of order −1 between p and q, weighted by 5 p + 5 q", Measured("t", R1, R2));
        Assert.Equal("0.125 squared Sobolev distance of order −1 between p and q, weighted by the density r at which the penalty takes the gradient", Measured("t", Centred));
        Assert.Null(Measured("t"));
    }

    /// <summary>ProGAN's drift in the formula (Karras et al. 2017, arXiv 1710.10196) leaves WGAN-GP what it is. Half a parabola is no drift.</summary>
    [Theory]
    [InlineData("t + 0.001 * t * t", "1 Wasserstein distance W₁(p, q), under a 1-Lipschitz constraint, but for the drift")]
    [InlineData("square(1 + t)", "1 Pearson χ²(2q ‖ p + q)")]
    public void A_small_drift_changes_no_distance(string f, string expected) => Assert.Equal(expected, Measured(f, Unit));

    /// <summary>
    /// G follows the critic, by the ratio of the two slopes, where nothing that holds D back moves with G: not a drift of D at G's samples, nor a price on ∇D there.
    /// </summary>
    [Fact]
    public void G_follows_a_critic_only_while_its_limit_stays()
    {
        Assert.Equal("1 Wasserstein distance W₁(p, q), under a 1-Lipschitz constraint", Minimised("t", "t", Unit));
        Assert.Equal("2 Wasserstein distance W₁(p, q), under a 1-Lipschitz constraint", Minimised("3 * t", "2 * t", Unit));
        Assert.Equal("0.05 squared Sobolev distance of order −1 between p and q, weighted by p", Minimised("t", "t", R1));
        Assert.Equal("", Minimised("t + 0.001 * t * t", "t", Unit));
        Assert.Equal("", Minimised("t", "t", R2));
        Assert.Equal("", Minimised("t", "softplus(t)", Unit));
        Assert.Equal("", Minimised("t", "-t", Unit));
        Assert.Equal("", Minimised("t", "t"));
    }

    /// <summary>
    /// A critic between two bounds: u·Real + Fake = (u − 1)·Real is least at one end where u &gt; 1 and at the other where u &lt; 1, and −½|u − 1| for ½ tanh(t) (Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709).
    /// A G whose loss falls by b between the ends follows b times the total variation.
    /// </summary>
    [Theory]
    [InlineData("-0.5 * tanh(t)", "0.5 * tanh(t)", "-0.5 * tanh(t)", "1 total variation TV(p, q)", "1 total variation TV(p, q)")]
    [InlineData("-3 * sigmoid(t)", "3 * sigmoid(t) + 2", "-2 * sigmoid(t)", "3 total variation TV(p, q)", "2 total variation TV(p, q)")]
    [InlineData("sigmoid(-t)", "sigmoid(t)", "softplus(-t)", "1 total variation TV(p, q)", "")]
    [InlineData("sigmoid(-t)", "sigmoid(t)", "t / sqrt(1 + t * t)", "1 total variation TV(p, q)", "")]
    [InlineData("-tanh(t)", "2 * tanh(t)", "-t", null, "")]
    [InlineData("-sin(t)", "sin(t)", "-sin(t)", null, "")]
    [InlineData("-t * exp(-t * t)", "t * exp(-t * t)", "-t", null, "")]
    public void A_bounded_critic_measures_total_variation(string real, string fake, string generator, string? measured, string minimised)
    {
        var result = Analysed.Three(real, fake, generator);
        Assert.Equal(measured, result.Divergence.Name is { } name ? $"{Numbers.Text(result.Divergence.Factor)} {name}" : null);
        Assert.Equal(minimised, Text(result));
    }

    [Fact]
    public void The_total_variation_is_known_by_its_f() => Assert.Equal(("total variation TV(p, q)", 1, true), Of(Analysed.Divergence("0.5 * abs(u - 1)").Divergence));

    private static (string? Name, double Factor, bool IsExact) Of(InducedDivergence found) => (found.Name, found.Factor, found.IsExact);

    private static string Minimised(string discriminator, string generator, params Penalty[] penalties) => Text(Analyse(discriminator, generator, penalties));

    private static string? Measured(string f, params Penalty[] penalties)
    {
        var found = Analyse(f, f, penalties).Divergence;
        return found.Name is null ? null : $"{Numbers.Text(found.Factor)} {found.Name}";
    }

    private static AnalysisResult Analyse(string discriminator, string generator, Penalty[] penalties)
    {
        var declared = new EquatableArray<Penalty>(penalties);
        var limit = SlopeLimit.Of(declared, hasClip: false, hasSpectralNorm: false, isLimitedOtherwise: false);
        return ObjectiveAnalysis.Of(LossFormulas.OfPair(Formula.Parse(discriminator), Formula.Parse(generator)), DiscriminatorOutput.Logit, declared, new Dictionary<string, double>(), limit);
    }

    private static string Text(AnalysisResult result) => string.Join(" + ", result.GeneratorDivergence.Terms.Select(static term => $"{Numbers.Text(term.Factor)} {term.Name}"));
}
