using System.Text.RegularExpressions;
using Gan.Dsl;

namespace Gan.Runtime.Tests;

/// <summary>What an objective tells of its losses' slopes and of where it comes from.</summary>
public sealed partial class InfoTests
{
    public static TheoryData<string> Catalogue => [.. Objectives.All.Select(static objective => objective.Info.Name)];

    [Theory]
    [MemberData(nameof(Catalogue))]
    public void Every_objective_of_the_catalogue_has_sources_and_slopes(string name)
    {
        var info = Objectives.Find(name)!.Info;
        Assert.NotEmpty(info.Sources);
        Assert.All(info.Sources, static source => Assert.Matches(Paper(), source));
        Assert.Equal(info.Sources.Distinct(), info.Sources);
        Assert.All([info.RealSlope, info.FakeSlope, info.GeneratorSlope], static slope =>
        {
            Assert.NotEmpty(slope!.Text);
            Assert.NotEmpty(slope.Latex);
        });
    }

    [Theory]
    [InlineData("Vanilla", "-sigmoid(-t)", "sigmoid(t)", "-sigmoid(t)")]
    [InlineData("NonSaturating", "-sigmoid(-t)", "sigmoid(t)", "-sigmoid(-t)")]
    [InlineData("Wasserstein", "-1", "1", "-1")]
    public void The_slopes_are_the_derivatives(string name, string real, string fake, string generator)
    {
        var info = Objectives.Find(name)!.Info;
        Assert.Equal((real, fake, generator), (info.RealSlope!.Text, info.FakeSlope!.Text, info.GeneratorSlope!.Text));
    }

    [Fact]
    public void Declared_sources_come_before_those_of_the_penalties()
        => Assert.Equal(
            ["Me 2025, arXiv 2501.00001", "You <& al.> \"2024\"", "Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406", "Petzka, Fischer and Lukovnicov 2018, arXiv 1709.08894", "Karras et al. 2020, arXiv 1912.04958"],
            new Sourced().Info.Sources);

    [Fact]
    public void A_divergence_has_the_source_of_its_derivation()
    {
        Assert.Equal(["Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709"], new KullbackLeibler().Info.Sources);
        Assert.Equal(["Me 2025, arXiv 2501.00001", "Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709"], new SourcedKl().Info.Sources);
    }

    [GeneratedRegex(@"^\S.* (19|20)\d\d, arXiv \d{4}\.\d{4,5}$")]
    private static partial Regex Paper();
}

[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Source = "Me 2025,\n  arXiv 2501.00001; You <& al.> \"2024\";")]
[R1]
[R2]
[GradientPenalty(OneSided = true, Every = 4)]
internal sealed partial class Sourced;

[FDivergence("u * log(u)", Source = "Me 2025, arXiv 2501.00001")]
internal sealed partial class SourcedKl;
