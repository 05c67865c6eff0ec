using System.Numerics;
using Gan.Experiments.Atlas.Dirac;
using Gan.Runtime;

namespace Gan.Experiments.Tests.Atlas;

[Collection(MeasuredCatalogueGroup.Name)]
public sealed class DiracTests(MeasuredCatalogue catalogue)
{
    private const int Steps = 500;
    private const double Rate = 0.1;

    /// <summary>Both players' slopes by hand, and nothing of the library.</summary>
    [Theory]
    [InlineData("NonSaturating", 0)]
    [InlineData("Vanilla", 0)]
    [InlineData("LeastSquares", 0)]
    [InlineData("LogisticR1", 5)]
    [InlineData("Hinge", 0)]
    [InlineData("Exponential", 0)]
    public void The_radii_are_those_of_the_game_by_hand(string name, double weight)
    {
        Func<double, (double Fake, double Generator)> slopes = name switch
        {
            "Vanilla" => static t => (Sigmoid(t), -Sigmoid(t)),
            "LeastSquares" => static t => (2 * t, 2 * (t - 1)),
            "Hinge" => static t => (t > -1 ? 1 : 0, -1),
            "Exponential" => static t => (Math.Exp(t), -Math.Exp(-t)),
            _ => static t => (Sigmoid(t), -Sigmoid(-t)),
        };
        var dirac = catalogue[name].Dirac;
        Assert.Equal(Play(slopes, weight, alternates: false), dirac.Simultaneous, 1e-9);
        Assert.Equal(Play(slopes, weight, alternates: true), dirac.Alternating, 1e-9);
    }

    /// <summary>A critic without its clipping turns in a circle: each simultaneous step multiplies the radius by √(1 + h²), and alternating ones stay on an ellipse.</summary>
    [Fact]
    public void A_critic_without_limit_spirals_outwards_by_simultaneous_steps()
    {
        var row = Row("Wasserstein, no limit");
        Assert.Equal(Math.Sqrt(2) * Math.Pow(1 + (Rate * Rate), Steps / 2.0), row.Simultaneous, 1e-9);
        Assert.InRange(row.Alternating, 1.3, 1.5);
    }

    /// <summary>Mescheder, Geiger and Nowozin 2018, figure 3 and table 1 of the supplement.</summary>
    [Fact]
    public void The_papers_table_is_reproduced()
    {
        Assert.Equal(9, catalogue.Result.DiracTable.Count);
        Assert.All(catalogue.Result.DiracTable, static row => Assert.Equal(row.Paper, row.Verdict == DiracVerdict.Converges));
        Assert.All(catalogue.Result.DiracTable, static row => Assert.Equal(row.Paper, row.Alternating < 0.01));
    }

    /// <summary>Lemma 3.1 and theorem 4.1: ±i·√(f′(0)²) without a penalty, −γ/2 ± √(γ²/4 − f′(0)²) with R1.</summary>
    [Fact]
    public void Eigenvalues_are_the_papers()
    {
        Near(new(0, 0.5), catalogue["NonSaturating"].Dirac.Measured!.First);
        Near(new(-5 + Math.Sqrt(25 - 0.25), 0), catalogue["LogisticR1"].Dirac.Measured!.First);
        Near(new(-5 - Math.Sqrt(25 - 0.25), 0), catalogue["LogisticR1"].Dirac.Measured!.Second);
        Near(new(0, 1), Row("Wasserstein, no limit").Eigenvalues!.First);
        Near(new(-0.5, 0), Row("R1, γ = 1").Eigenvalues!.First, 1e-3);
        Assert.Null(catalogue["WassersteinGradientPenalty"].Dirac.Measured);
    }

    /// <summary>From slopes that the compiler derived, and from differences of the field.</summary>
    [Fact]
    public void Both_kinds_of_eigenvalues_agree()
    {
        var both = catalogue.Result.Objectives.Select(static objective => objective.Dirac).Where(static dirac => dirac is { Measured: not null, Derived: not null }).ToArray();
        Assert.True(both.Length >= 24);
        Assert.All(both, static dirac => Near(dirac.Derived!.First, dirac.Measured!.First, 1e-5));
    }

    [Fact]
    public void A_game_leaves_no_tensor_and_no_state() => Support.Live.AssertUnchanged(static () =>
    {
        var objective = new StyleGan2();
        var before = objective.State.ToArray();
        using (var game = new DiracGame(new(objective)))
            game.Steps(new(1, 1), DiracStepping.Alternating, steps: 20);
        Assert.Equal(before, objective.State);
    }, parametersMade: 1);

    private DiracRow Row(string method) => catalogue.Result.DiracTable.Single(row => row.Method == method);

    private static double Play(Func<double, (double Fake, double Generator)> slopes, double weight, bool alternates)
    {
        var (theta, psi) = (1.0, 1.0);
        for (var step = 0; step < Steps; step++)
        {
            var before = psi;
            psi -= Rate * ((slopes(psi * theta).Fake * theta) + (2 * weight * psi));
            theta -= Rate * slopes((alternates ? psi : before) * theta).Generator * (alternates ? psi : before);
        }

        return Math.Sqrt((theta * theta) + (psi * psi));
    }

    private static double Sigmoid(double t) => 1 / (1 + Math.Exp(-t));

    private static void Near(Complex expected, Complex actual, double tolerance = 1e-6) => Assert.True((expected - actual).Magnitude <= tolerance, $"{expected} is not {actual}.");
}
