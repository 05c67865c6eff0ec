namespace Gan.Experiments.Tests.Atlas;

[Collection(MeasuredCatalogueGroup.Name)]
public sealed class CurveTests(MeasuredCatalogue catalogue)
{
    [Fact]
    public void The_logistic_curves_are_softplus()
    {
        var curves = catalogue["NonSaturating"].Curves;
        for (var i = 0; i < curves.Logits.Length; i++)
        {
            var t = curves.Logits[i];
            Assert.Equal(Math.Log(1 + Math.Exp(-t)), curves.Real[i], 1e-12);
            Assert.Equal(Math.Log(1 + Math.Exp(t)), curves.Fake[i], 1e-12);
            Assert.Equal(-1 / (1 + Math.Exp(t)), curves.GeneratorSlope[i], 1e-12);
        }

        Assert.Equal((-8, 8), (curves.Logits[0], curves.Logits[^1]));
    }

    [Theory]
    [InlineData("Hinge", "real 1 −1 0", "fake -1 0 1")]
    [InlineData("EnergyBased", "fake 10 −1 0")]
    [InlineData("RelativisticAverageHinge", "real 1 −2 0", "fake -1 0 2", "generator 1 −2 0")]
    [InlineData("NonSaturating")]
    [InlineData("Exponential")]
    public void Kinks_are_found_and_smooth_losses_have_none(string name, params string[] expected) =>
        Assert.Equal(expected, catalogue[name].Curves.Kinks.Select(static kink => $"{kink.Loss} {kink.Logit} {Text(kink.Before)} {Text(kink.After)}"));

    [Fact]
    public void The_minimax_generator_has_no_slope_where_D_wins()
    {
        var region = Assert.Single(catalogue["Vanilla"].Curves.Vanishing);
        // ψ′ = −σ(t) is 2% of σ(1), the most around 0, from log(0.02·σ(1)/(1 − 0.02·σ(1))) down.
        var share = 0.02 / (1 + Math.Exp(-1));
        Assert.Equal(-8, region.From);
        Assert.Equal(Math.Log(share / (1 - share)), region.To, 0.05);
        Assert.Empty(catalogue["Wasserstein"].Curves.Vanishing);
    }

    /// <summary>Goodfellow et al. 2014: V = −L_D is −2 log 2 for a blind D and 0 for a perfect one, and a D that is fooled leaves the minimax G a loss without bound.</summary>
    [Theory]
    [InlineData("Vanilla", 1.3862943611198906, -0.6931471805599453, 0, 0, double.NegativeInfinity)]
    [InlineData("NonSaturating", 1.3862943611198906, 0.6931471805599453, 0, double.PositiveInfinity, 0)]
    [InlineData("Hinge", 2, 0, 0, 1, -1)]
    [InlineData("LeastSquares", 0.5, 0.25, 0, 1, 0)]
    [InlineData("Wasserstein", 0, 0, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData("EnergyBased", 10, 0, 0, 10, 0)]
    [InlineData("RelativisticPair", 0.6931471805599453, 0.6931471805599453, 0, double.PositiveInfinity, 0)]
    public void Losses_against_a_blind_a_perfect_and_a_fooled_D(string name, double blindD, double blindG, double perfectD, double perfectG, double fooledG)
    {
        var outcomes = catalogue[name].Curves.Outcomes;
        Assert.Equal(blindD, outcomes.Blind.Discriminator, 1e-9);
        Assert.Equal(blindG, outcomes.Blind.Generator, 1e-9);
        Assert.Equal(perfectD, outcomes.Perfect.Discriminator, 1e-9);
        Assert.Equal(perfectG, outcomes.Perfect.Generator, 1e-9);
        Assert.Equal(fooledG, outcomes.Fooled.Generator, 1e-9);
    }

    private static string Text(double slope) => $"{Math.Round(slope, 9) + 0.0}".Replace('-', '−');
}
