using Gan.Generators.Analysis;
using Gan.Generators.Tests.Oracle;

namespace Gan.Generators.Tests.Analysis;

/// <summary>What the theory says of losses with statistics of batches: little, and nothing that is not so.</summary>
public sealed class BatchAnalysisTests
{
    /// <summary>
    /// E_p[T] - log E_q[exp(T)] is KL(p ‖ q) at its greatest. At that T, log(p/q) + c, the gradient of -E_q[T] in q is that of KL(q ‖ p), and of -log E_q[exp(T)] that of KL(p ‖ q).
    /// </summary>
    [Theory]
    [InlineData("-t", "logmeanexp(fake)", "-t", 1, "KL(q ‖ p)")]
    [InlineData("-2 * t", "2 * logmeanexp(fake)", "-logmeanexp(fake)", 2, "KL(p ‖ q)")]
    public void Donsker_and_Varadhan(string real, string fake, string generator, double factor, string ofGenerator)
    {
        var result = Of(real, fake, generator);
        Assert.Equal(("KL(p ‖ q)", factor, true), (result.Divergence.Name, result.Divergence.Factor, result.Divergence.IsExact));
        Assert.Equal(ofGenerator, Assert.Single(result.GeneratorDivergence.Terms).Name);
        Assert.Equal("log(p/q) + c, with any constant c", result.Optimum.ClosedForm);
    }

    [Theory]
    [InlineData("-t", "2 * logmeanexp(fake)", "-t")]
    [InlineData("-t", "logmeanexp(2 * fake)", "-t")]
    [InlineData("-t", "logmeanexp(real)", "-t")]
    [InlineData("-t", "logsumexp(fake)", "-t")]
    [InlineData("-t", "logmeanexp(fake)", "softplus(-t)")]
    [InlineData("-t", "detach(logmeanexp(fake)) + t", "-t")]
    public void What_only_looks_like_it(string real, string fake, string generator)
    {
        var result = Of(real, fake, generator);
        Assert.Null(result.Divergence.Name);
        Assert.Empty(result.GeneratorDivergence.Terms);
        Assert.Null(result.Optimum.ClosedForm);
    }

    [Theory]
    [InlineData("softplus(mean(fake) - t)", "softplus(t - mean(real))", "-t")]
    [InlineData("-t", "detach(exp(t - logmeanexp(fake))) * t", "-t")]
    [InlineData("square(t - mean(fake) - 1)", "square(t)", "-t")]
    public void Nothing_is_proved(string real, string fake, string generator)
    {
        var result = Of(real, fake, generator);
        Assert.All(
            [result.Directions.Discriminator, result.Directions.Generator, result.RealIsConvex, result.FakeIsConvex, result.IsBoundedWhenEqual, result.IsBoundedWithPenalties, result.GeneratorSaturates, result.Optimum.IsLogRatio, result.LocalConvergence.Converges],
            static verdict => Assert.True(verdict.IsUnknown));
    }

    /// <summary>The sign that is wrong depends on how many samples a batch has: of one, sum(fake) - 1.5 mean(fake) falls, of two it rises.</summary>
    [Fact]
    public void A_sign_that_depends_on_the_size_of_the_batch_is_not_known()
        => Assert.True(Of("(sum(real) - 1.5 * mean(real)) - (sum(fake) - 1.5 * mean(fake))", "0 * t", "-t").Directions.Discriminator.IsUnknown);

    private static AnalysisResult Of(string real, string fake, string generator)
        => ObjectiveAnalysis.Of(Declared.Objective($"[GanObjective(Real = \"{real}\", Fake = \"{fake}\", Generator = \"{generator}\")]"));
}
