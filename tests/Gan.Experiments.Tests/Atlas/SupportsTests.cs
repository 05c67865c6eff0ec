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

    /// <summary>Two parallel segments differ across alone: they are as far apart as two points.</summary>
    [Fact]
    public void Segments_are_as_points() => Assert.All(catalogue.Result.Objectives.Where(static objective => objective.Supports.Segments is not null && objective.Name is not ("PearsonChiSquared" or "NeymanChiSquared" or "Exponential")), static objective =>
    {
        var (segments, points) = (objective.Supports.Segments!, objective.Supports.Noise.Single(static noise => noise.Sigma == 0.5));
        Assert.All(segments.Distances, d => Assert.Equal(points.Divergence[Array.IndexOf(points.Distances, d)], segments.Divergence[Array.IndexOf(segments.Distances, d)], 1e-6));
    });
}
