namespace Gan.Experiments.Tests.Atlas;

[Collection(MeasuredCatalogueGroup.Name)]
public sealed class SupportsTests(MeasuredCatalogue catalogue)
{
    /// <summary>A critic of slope 1 measures the distance, and pulls by 1 however far away.</summary>
    [Theory]
    [InlineData("Wasserstein")]
    [InlineData("WassersteinGradientPenalty")]
    public void A_critic_measures_the_distance(string name)
    {
        var supports = catalogue[name].Supports;
        Assert.Null(supports.Unlimited);
        Assert.Equal(supports.Limited.Distances, supports.Limited.Divergence);
        Assert.All(supports.Limited.Pull, static pull => Assert.Equal(1, pull, 1e-12));
        Assert.All(supports.Noise, noise => Assert.All(noise.Divergence.Zip(noise.Distances), static pair => Assert.Equal(pair.Second, pair.First, 1e-7)));
    }

    /// <summary>Two points: 2 JSD is 2 log 2 wherever they are, and G learns nothing. With a D of slope 1, answers ±d/2 are best: 2 log 2 − 2 softplus(−d/2), and the pull is σ(−d/2).</summary>
    [Fact]
    public void The_minimax_generator_is_blind_without_a_limit()
    {
        var supports = catalogue["Vanilla"].Supports;
        Assert.All(supports.Unlimited!.Divergence, static divergence => Assert.Equal(2 * Math.Log(2), divergence, 1e-12));
        Assert.All(supports.Unlimited.Pull, static pull => Assert.Equal(0, pull));
        for (var i = 0; i < supports.Limited.Distances.Length; i++)
        {
            var half = supports.Limited.Distances[i] / 2;
            Assert.Equal(2 * (Math.Log(2) - Math.Log(1 + Math.Exp(-half))), supports.Limited.Divergence[i], 1e-9);
            Assert.Equal(1 / (1 + Math.Exp(half)), supports.Limited.Pull[i], 1e-9);
        }
    }

    /// <summary>Noise brings the gradient back: two Gaussians have the divergence KL = d²/2σ² and reverse KL the same, both with the slope d/σ².</summary>
    [Theory]
    [InlineData("KullbackLeibler")]
    [InlineData("ReverseKullbackLeibler")]
    public void Noise_makes_the_divergence_that_of_two_Gaussians(string name)
    {
        Assert.All(catalogue[name].Supports.Noise.Where(static noise => noise.Sigma >= 0.5), static noise =>
        {
            for (var i = 0; i < noise.Distances.Length; i++)
            {
                var d = noise.Distances[i];
                Assert.Equal(d * d / (2 * noise.Sigma * noise.Sigma), noise.Divergence[i], 1e-4 * d * d / (noise.Sigma * noise.Sigma));
                Assert.Equal(d / (noise.Sigma * noise.Sigma), noise.Pull[i], 1e-3 * d / (noise.Sigma * noise.Sigma));
            }
        });
    }

    /// <summary>The hinge's D* is a sign: its divergence is 2 TV = 2 erf(d/(2√2·σ)), whose slope falls as a Gaussian does.</summary>
    [Fact]
    public void The_hinge_measures_total_variation()
    {
        // erf(1) and erf(√2), from tables.
        var noise = catalogue["Hinge"].Supports.Noise.Single(static noise => noise.Sigma == 0.5);
        var at = Array.IndexOf(noise.Distances, 1.0);
        Assert.Equal(2 * 0.6826894921370859, noise.Divergence[at], 1e-2);
        Assert.Equal(2 * 2 / Math.Sqrt(2 * Math.PI) * Math.Exp(-0.5) / 0.5 / 2, noise.Pull[at], 2e-2);
    }

    /// <summary>Noise on circles has Rice's distribution of radii (Rice 1945, doi 10.1002/j.1538-7305.1945.tb00453.x): a critic measures how far apart its means are, and pulls along the radius with 1 everywhere. Sums over a grid are right to four digits.</summary>
    [Fact]
    public void A_critic_measures_how_far_circles_are_apart()
    {
        var supports = catalogue["Wasserstein"].Supports;
        Assert.All(supports.Circles!.Distances.Zip(supports.Circles.Divergence), static pair => Assert.Equal(MeanRadius(1 + pair.First) - MeanRadius(1), pair.Second, 3e-4));
        Assert.All(supports.CirclesForce, static force => Assert.Equal(-1, force.Force, 1e-9));
    }

    /// <summary>What two thin manifolds are to the minimax GAN: 2 JSD of Rice's distributions. The pull is the derivative of G's loss at D* as it is, and the force that of −softplus(−log(p/q)) along the radius.</summary>
    [Fact]
    public void The_minimax_D_measures_circles_by_their_radii()
    {
        var (circles, force) = (catalogue["Vanilla"].Supports.Circles!, catalogue["NonSaturating"].Supports.CirclesForce);
        for (var i = 0; i < circles.Distances.Length; i++)
            Assert.Equal(2 * JensenShannon(1, 1 + circles.Distances[i]), circles.Divergence[i], 1e-4);
        Assert.All(force, static at => Assert.Equal(-(Loss(at.Radius + 1e-4) - Loss(at.Radius - 1e-4)) / 2e-4, at.Force, 1e-5));

        static double Loss(double r) => Math.Log(1 + (Density(r, 2) / Density(r, 1)));
    }

    /// <summary>A D that only says yes or no is flat around both circles: it pulls nowhere but at the border.</summary>
    [Fact]
    public void The_hinge_pulls_no_sample_between_circles() => Assert.All(catalogue["Hinge"].Supports.CirclesForce, static force => Assert.Equal(0, force.Force, 1e-9));

    // Of radii, with σ = 0.5: r/σ²·exp(−(r² + ν²)/2σ²)·I₀(rν/σ²), the Bessel function by its series.
    private static double Density(double r, double radius)
    {
        var (x, term, sum) = (r * radius / 0.25, 1.0, 1.0);
        for (var k = 1; k < 400; k++)
            sum += term *= x * x / (4.0 * k * k);
        return r / 0.25 * Math.Exp(-((r * r) + (radius * radius)) / 0.5) * sum;
    }

    private static double MeanRadius(double radius) => Integral(r => r * Density(r, radius));

    private static double JensenShannon(double a, double b) => Integral(r =>
    {
        var (p, q) = (Density(r, a), Density(r, b));
        return 0.5 * (Part(p, p + q) + Part(q, p + q));
    });

    private static double Part(double p, double sum) => p == 0 ? 0 : p * Math.Log(2 * p / sum);

    private static double Integral(Func<double, double> of) => Enumerable.Range(1, 9000).Sum(i => of(i * 1e-3)) * 1e-3;
}
