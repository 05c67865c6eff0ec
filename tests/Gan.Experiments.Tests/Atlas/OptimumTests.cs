using Gan.Experiments.Atlas.Optimum;

namespace Gan.Experiments.Tests.Atlas;

[Collection(MeasuredCatalogueGroup.Name)]
public sealed class OptimumTests(MeasuredCatalogue catalogue)
{
    [Fact]
    public void What_lectures_derive_holds_on_random_distributions()
    {
        Assert.Equal(16, catalogue.Result.Identities.Count);
        Assert.All(catalogue.Result.Identities, static identity => Assert.True(identity.Error < 1e-9, $"{identity}"));
        Assert.All(catalogue.Result.Identities, static identity => Assert.NotEqual(0, identity.Right));
    }

    /// <summary>The compiler's closed forms and divergences, which it derives from formulas, and minimisation, which sees numbers alone.</summary>
    [Fact]
    public void The_compilers_optimum_is_the_measured_one()
    {
        var optima = catalogue.Result.Objectives.Select(static objective => objective.Optimum).OfType<OptimumSection>().ToArray();
        Assert.All(optima.Where(static optimum => optimum.ClosedFormError is not null), static optimum => Assert.True(optimum.ClosedFormError < 1e-9, $"{optimum}"));
        Assert.All(optima.Where(static optimum => optimum.DivergenceError is not null), static optimum => Assert.True(optimum.DivergenceError < 1e-9, $"{optimum}"));
        Assert.All(optima.Where(static optimum => optimum.GradientError is not null), static optimum => Assert.True(optimum.GradientError < 1e-9, $"{optimum}"));
        Assert.True(optima.Count(static optimum => optimum.ClosedFormError is not null) >= 19);
        Assert.True(optima.Count(static optimum => optimum.DivergenceError is not null) >= 19);
        Assert.True(optima.Count(static optimum => optimum.GradientError is not null) >= 12);
    }

    /// <summary>Smoothed labels: D* = log(τp/(q + (1 − τ)p)) (Salimans et al. 2016), which the compiler has no closed form of.</summary>
    [Fact]
    public void Smoothed_labels_bound_the_optimum()
    {
        var optimum = catalogue["SmoothedLogistic"].Optimum!;
        Assert.All(optimum.Ratios.Zip(optimum.Logits), static pair => Assert.Equal(Math.Log(0.9 * pair.First / (1 + (0.1 * pair.First))), pair.Second, 1e-9));
    }

    [Fact]
    public void A_critic_has_no_best_answer_without_a_limit() => Assert.All(catalogue["Wasserstein"].Optimum!.Logits, static t => Assert.True(double.IsInfinity(t) || t == 0));
}
