
namespace Gan.Generators.Tests.Analysis;

public class OptimumTests
{
    [Theory]
    [InlineData("vanilla", 0.0, "log(p/q)", '+')]
    [InlineData("copied from a paper", 0.0, "log(p/q)", '+')]
    [InlineData("least squares", 0.5, "p/(p + q)", '-')]
    [InlineData("least squares ±1", 0.0, "(p - q)/(p + q)", '-')]
    [InlineData("Wasserstein", 0.0, null, '-')]
    [InlineData("hinge", 0.0, "1 where p > q, -1 where p < q", '-')]
    [InlineData("hinge, halved", 0.0, "1 where p > q, -1 where p < q", '-')]
    [InlineData("EBGAN from 0 on", 0.0, "0 where p > q, 10 where p < q", '-')]
    [InlineData("exponential", 0.0, "log(p/q)/2", '-')]
    [InlineData("label smoothing 0.1", -0.20067069546215111, null, '-')]
    [InlineData("KL", 0.0, "log(p/q)", '+')]
    [InlineData("Neyman", 0.0, "log(p/q)", '+')]
    [InlineData("Hellinger", 0.0, "log(p/q)", '+')]
    [InlineData("LSGAN with the document's signs", null, null, '-')]
    [InlineData("logistic in its maximised form", 0.0, null, '-')]
    [InlineData("reversed pair", 0.0, "-log(p/q)", '-')]
    public void The_best_discriminator(string name, double? balanced, string? closedForm, char isLogRatio)
    {
        var optimum = Analysed.Known[name].Optimum;
        Assert.Equal(balanced is null, optimum.Balanced is null);
        if (balanced is { } t) Assert.Equal(t, optimum.Balanced!.Value, 1e-12);
        Assert.Equal(closedForm, optimum.ClosedForm);
        Assert.Equal(isLogRatio, optimum.IsLogRatio.Letter());
    }

    // f(u) = −min [u·Real + Fake] worked out by hand. JSD: L_D = 2 log 2 − 2 JSD. Least squares: −u/(u + 1) is a quarter of (u − 1)²/(u + 1)
    // but for a line. Hinge: −2 min(u, 1) = |u − 1| − (u + 1). Exponential: −2√u = (√u − 1)² − u − 1.
    [Theory]
    [InlineData("vanilla", "JSD(p ‖ q)", 2)]
    [InlineData("non-saturating", "JSD(p ‖ q)", 2)]
    [InlineData("copied from a paper", "JSD(p ‖ q)", 2)]
    [InlineData("least squares", "Pearson χ²(2q ‖ p + q)", 0.25)]
    [InlineData("least squares ±1", "Pearson χ²(2q ‖ p + q)", 1)]
    [InlineData("least squares, Pearson", "Pearson χ²(2q ‖ p + q)", 1)]
    [InlineData("hinge", "total variation TV(p, q)", 2)]
    [InlineData("hinge, halved", "total variation TV(p, q)", 1)]
    [InlineData("EBGAN from 0 on", "total variation TV(p, q)", 10)]
    [InlineData("exponential", "squared Hellinger H²(p, q)", 1)]
    [InlineData("KL", "KL(p ‖ q)", 1)]
    [InlineData("reverse KL", "KL(q ‖ p)", 1)]
    [InlineData("Pearson", "Pearson χ²(p ‖ q)", 1)]
    [InlineData("Neyman", "Neyman χ²(p ‖ q)", 1)]
    [InlineData("Hellinger", "squared Hellinger H²(p, q)", 1)]
    [InlineData("Jensen-Shannon", "JSD(p ‖ q)", 2)]
    [InlineData("tanh", "total variation TV(p, q)", 2)]
    public void The_divergence_it_measures(string name, string divergence, double factor)
    {
        var found = Analysed.Known[name].Divergence;
        Assert.Equal(divergence, found.Name);
        Assert.Equal(factor, found.Factor, 1e-9);
        Assert.True(found.IsExact);
    }

    // s = t + √(1 + t²) turns the pair into u/s + s: −2√u again, but the substitution is beyond the symbolic check.
    [Fact]
    public void What_only_numbers_tell_is_not_called_proved()
    {
        var found = Analysed.Known["pseudo-Huber"].Divergence;
        Assert.Equal("squared Hellinger H²(p, q)", found.Name);
        Assert.False(found.IsExact);
    }

    [Theory]
    [InlineData("label smoothing 0.1")]
    [InlineData("EBGAN")]
    [InlineData("Wasserstein")]
    public void Other_divergences_have_no_name(string name) => Assert.Null(Analysed.Known[name].Divergence.Name);
}
