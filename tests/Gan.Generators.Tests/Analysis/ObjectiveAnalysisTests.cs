using Gan.Generators.Analysis;
using Gan.Generators.Objectives;
using Gan.Generators.Tests.Formulas;

namespace Gan.Generators.Tests.Analysis;

public class ObjectiveAnalysisTests
{
    // In this order: D's direction, G's direction, Real convex, Fake convex, bounded for p = q, bounded for every p/q, G saturates.
    // The f-divergences' losses are not all convex in log(p/q), for all that each has one minimum.
    [Theory]
    [InlineData("vanilla", "+++++++")]
    [InlineData("non-saturating", "++++++-")]
    [InlineData("copied from a paper", "++++++-")]
    [InlineData("least squares", "++++++-")]
    [InlineData("least squares ±1", "++++++-")]
    [InlineData("least squares, Pearson", "++++++-")]
    [InlineData("Wasserstein", "+++++--")]
    [InlineData("hinge", "++++++-")]
    [InlineData("exponential", "++++++-")]
    [InlineData("boundary-seeking", "++++++-")]
    [InlineData("EBGAN", "+++++--")]
    [InlineData("EBGAN from 0 on", "++++++-")]
    [InlineData("label smoothing 0.1", "++++++-")]
    [InlineData("leaky margin", "++++++-")]
    [InlineData("pseudo-Huber", "++++++-")]
    [InlineData("tanh", "++--+++")]
    [InlineData("KL", "+++++++")]
    [InlineData("reverse KL", "++++++-")]
    [InlineData("Pearson", "++-++++")]
    [InlineData("Neyman", "+++-++-")]
    [InlineData("Hellinger", "+++++++")]
    [InlineData("Jensen-Shannon", "+++++++")]
    [InlineData("LSGAN with the document's signs", "??-+--?")]
    [InlineData("logistic in its maximised form", "??----+")]
    [InlineData("reversed pair", "--+++++")]
    [InlineData("reversed generator", "+-+++++")]
    public void Known_objectives_have_their_known_properties(string name, string expected)
    {
        var r = Analysed.Known[name];
        Verdict[] verdicts =
        [
            r.Directions.Discriminator, r.Directions.Generator, r.RealIsConvex, r.FakeIsConvex, r.IsBoundedWhenEqual, r.IsBoundedForEveryRatio, r.GeneratorSaturates,
        ];
        Assert.Equal(expected, string.Concat(verdicts.Select(Analysed.Letter)));
    }

    [Fact]
    public void Losses_that_agree_on_an_energy_are_no_mistake()
    {
        Assert.Equal(Orientation.Energy, Analysed.Known["EBGAN"].Directions.Orientation);
        Assert.All(
            Analysed.Known.Where(static k => !k.Key.StartsWith("EBGAN", StringComparison.Ordinal) && k.Value.Directions.Discriminator.IsProved),
            static k => Assert.Equal(Orientation.Logit, k.Value.Directions.Orientation));
    }

    [Fact]
    public void An_energy_generator_saturates_where_fakes_have_high_energy()
    {
        Assert.True(Analysed.Three("t", "max(0, 1 - t)", "-exp(-t)").GeneratorSaturates.IsProved);
        Assert.True(Analysed.Three("t", "max(0, 1 - t)", "exp(t)").GeneratorSaturates.IsRefuted);
    }

    [Fact]
    public void Hyperparameters_stand_at_their_defaults()
    {
        var losses = LossFormulas.OfThree(
            Formula.Parse("s * pow(t - b, 2)", "s", "b"), Formula.Parse("s * pow(t - a, 2)", "s", "a"), Formula.Parse("s * pow(t - c, 2)", "s", "c"));
        AnalysisResult Of(double scale, double a = 0) =>
            ObjectiveAnalysis.Of(losses, DiscriminatorOutput.Untold, default, new Dictionary<string, double> { ["a"] = a, ["b"] = 1, ["c"] = 1, ["s"] = scale });

        Assert.Equal("a = 0, b = 1, c = 1, s = 0.5", Of(0.5).Defaults);
        Assert.True(Of(0.5).RealIsConvex.IsProved);
        Assert.True(Of(-0.5).RealIsConvex.IsRefuted);
        Assert.True(Of(double.NaN).RealIsConvex.IsUnknown);
        Assert.Equal(0.5, Of(0.5).Optimum.Balanced);
        Assert.Equal(2.0, Of(0.5, a: 3).Optimum.Balanced);
        // Real to 1 and fake to 3: a low value means real, and G, which aims at 1, agrees.
        Assert.Equal(Orientation.Energy, Of(0.5, a: 3).Directions.Orientation);
    }

    [Fact]
    public void Results_compare_by_value()
    {
        foreach (var name in new[] { "vanilla", "hinge", "EBGAN", "Wasserstein" })
            Assert.Single(Analysed.Known.Values, r => r.Equals(Analysed.Known[name]));
        var (a, b) = (Analysed.Pair("max(0, 1 + t)", "t"), Analysed.Pair("max(0, 1 + t)", "t"));
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
    }

    [Theory]
    [InlineData("log(t)", "t")]
    [InlineData("1 / t", "t")]
    [InlineData("sin(exp(t))", "abs(sin(t))")]
    [InlineData("t > 0 ? log(t) : 0", "t")]
    [InlineData("sign(t)", "sign(t)")]
    [InlineData("exp(exp(t))", "pow(abs(t), 1.5)")]
    public void Strange_losses_are_analysed_too(string discriminator, string generator)
    {
        var result = Analysed.Pair(discriminator, generator);
        Assert.False(result.IsBoundedWhenEqual.IsProved && discriminator.Contains("log", StringComparison.Ordinal));
    }
}
