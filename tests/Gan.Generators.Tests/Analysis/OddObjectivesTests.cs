namespace Gan.Generators.Tests.Analysis;

/// <summary>Objectives that nobody means, or few: nothing is said of them that is not so.</summary>
public sealed class OddObjectivesTests
{
    /// <summary>A loss without a slope teaches nothing anywhere: that is not saturation where D wins.</summary>
    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("sign(t)")]
    public void A_generator_without_a_slope_does_not_saturate(string generator) => Assert.True(Analysed.Pair("softplus(t)", generator).GeneratorSaturates.IsUnknown);

    /// <summary>Generator(t) = log(t) has no value on the left, though 1/t → 0 there.</summary>
    [Fact]
    public void A_generator_without_a_value_does_not_saturate() => Assert.True(Analysed.Pair("softplus(t)", "log(-t)").GeneratorSaturates.IsUnknown);

    /// <summary>
    /// f = t⁴ + t³ − t² − 0.1·t falls at 0, but Real + Fake = 2t⁴ − 2t² is largest there: D stands at ±0.7, and for u = 3 answers with the positive one,
    /// as u·f(−t) + f(t) shows when it is tried out.
    /// </summary>
    [Fact]
    public void Where_the_losses_are_largest_D_does_not_stand()
    {
        static double F(double t) => (t * t * t * t) + (t * t * t) - (t * t) - (0.1 * t);
        var best = Enumerable.Range(-2000, 4001).Select(static i => i / 1000.0).MinBy(static t => (3 * F(-t)) + F(t));
        Assert.True(best > 0.5, $"D answers {best}");
        Assert.True(Analysed.Pair("pow(t, 4) + pow(t, 3) - t * t - 0.1 * t", "t").Directions.Discriminator.IsUnknown);
    }

    /// <summary>−t + clamp(t, −1, 1) falls for ever as t → ∞: neither kink is the best answer.</summary>
    [Fact]
    public void A_loss_without_a_minimum_has_no_best_discriminator()
    {
        var result = Analysed.Three("-t", "max(-1, min(1, t))", "-t");
        Assert.True(result.IsBoundedWhenEqual.IsRefuted);
        Assert.Null(result.Optimum.ClosedForm);
    }

    /// <summary>p·(−1) + q·(−eᵗ) is never zero: u = −eᵗ would be a negative ratio.</summary>
    [Fact]
    public void No_ratio_of_densities_is_negative() => Assert.Null(Analysed.Three("-t", "-exp(t)", "-t").Optimum.ClosedForm);

    /// <summary>Functions of functions have derivatives and limits that grow without end: the analysis gives up on them, within a typist's patience even here.</summary>
    [Theory]
    [InlineData("tanh(tanh(tanh(tanh(t))))")]
    [InlineData("softplus(softplus(softplus(softplus(t))))")]
    [InlineData("sigmoid(sigmoid(sigmoid(sigmoid(t)))) * tanh(sin(t) + exp(-t * t))")]
    public Task What_is_nested_deeply_is_given_up_in_time(string formula)
        => Task.Run(() => Analysed.Pair("softplus(t)", formula)).WaitAsync(TimeSpan.FromSeconds(30));
}
