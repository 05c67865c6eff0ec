using System.Xml.Linq;
using Gan.Dsl;
using Gan.Experiments.Reports.Markup;
using Gan.Runtime;

namespace Gan.Experiments.Tests.Reports;

/// <summary>The formulas of penalties, as the compiler writes them and a report draws them.</summary>
public sealed class PenaltyFormulaTests
{
    public static TheoryData<string> Catalogue => [.. Objectives.All.Where(static objective => Of(objective).Any()).Select(static objective => objective.Info.Name)];

    [Theory]
    [MemberData(nameof(Catalogue))]
    public void The_catalogues_are_drawn(string name) => Assert.All(Of(Objectives.Find(name)!), static penalty => Assert.NotEmpty(Drawn(penalty)));

    // As the papers write them: R1 and R2 of Mescheder et al. 2018, the gradient penalty of Gulrajani et al. 2017, DRAGAN of Kodali et al. 2017, path lengths of Karras et al. 2020.
    [Fact]
    public void Each_reads_as_its_paper_has_it()
    {
        Assert.Equal(["5𝔼x‖∇D(x)‖2", "λ𝔼z‖∇D(G(z))‖2", "2𝔼w,y(‖Jw⊤y‖−a)2"], Of(new LazyPenalties()).Select(Drawn));
        Assert.Equal(["10−7𝔼(‖∇D(αx+(1−α)G(z))‖−2.5·10−7)2"], Of(new TinyPenalty()).Select(Drawn));
        Assert.Equal(["2𝔼[‖∇D(x)‖6]", "1𝔼[(σ(D(G(z)))2)(max(0,‖∇D(G(z))‖∞−1)2)]", "3max[‖∇D(y)‖12]"], Of(new PenaltiesByFormula()).Select(Drawn));
        Assert.Equal(["10𝔼(‖∇D(x+ε)‖−1)2", "0.001𝔼x[D(x)2]"], Of(new NoisyPenalties()).Select(Drawn));
    }

    [Fact]
    public void The_interval_is_said()
    {
        Assert.Equal([true, false, true], Of(new LazyPenalties()).Select(static penalty => penalty.Text.EndsWith(", every 16 steps and times 16", StringComparison.Ordinal)));
        Assert.Equal("5 E‖∇D(x)‖², every 16 steps and times 16", Of(new LazyPenalties()).First().Text);
    }

    private static IEnumerable<PenaltyInfo> Of(IGanObjective objective) => objective.Info.Penalties.Concat(objective.Info.GeneratorPenalties);

    private static string Drawn(PenaltyInfo penalty) => XElement.Parse(LatexToMathML.Convert(penalty.Latex)!).Value;
}

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Gamma = 10, Every = 16)]
[R2(WeightFrom = nameof(Lambda))]
[PathLength(Weight = 2, Every = 16)]
internal sealed partial class LazyPenalties
{
    [Hyperparameter(Default = 1, Min = 0)]
    public partial double Lambda { get; init; }
}

[GanObjective(FD = "t", FG = "t")]
[GradientPenalty(Weight = 1e-7, Target = 2.5e-7)]
internal sealed partial class TinyPenalty;

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[Dragan(Weight = 10)]
[Drift(Weight = 0.001)]
internal sealed partial class NoisyPenalties;

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[GradientPenalty(Weight = 2, Formula = "pow(n, 6)", At = PenaltyPoint.Real)]
[GradientPenalty(Weight = 1, Formula = "square(max(0, n - 1))", Factor = "square(sigmoid(t))", At = PenaltyPoint.Fake, Order = double.PositiveInfinity)]
[GradientPenalty(Weight = 3, Formula = "square(n)", At = PenaltyPoint.Both, Order = 1, Reduce = PenaltyReduction.Max)]
public sealed partial class PenaltiesByFormula;
