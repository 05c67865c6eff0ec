using Gan.Dsl;
using Gan.Experiments.Atlas;
using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Atlas.Mixtures;
using Gan.Runtime;

namespace Gan.Experiments.Tests.Atlas;

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Gamma = 1), Consistency(Fake = 1), LatentConsistency, LatentDiversity, TopK(0.5)]
internal sealed partial class Consistent;

/// <summary>Two points on a line whose critic is held back more and more: the state doubles with each step of D.</summary>
[GanObjective(Real = "-t + k / 2 * square(t)", Fake = "t + k / 2 * square(t)", Generator = "-t")]
internal sealed partial class HeldBack
{
    [State(Initial = 0.001, Min = 0.001, Max = 1, Update = "2 * k + mean(real)")]
    public partial double K { get; }
}

/// <summary>The Dirac-GAN of objectives with terms that need more than numbers, and with states.</summary>
public sealed class DiracPenaltyTests
{
    /// <summary>Without the terms that need images or the generator, the game is that of R1 alone.</summary>
    [Fact]
    public void TermsThatNeedMoreAreLeftOutAndNamed()
    {
        var measured = AtlasMeasure.Of([new Consistent()]).Objectives.Single();
        using var plain = new DiracGame(new(new NonSaturating()) { OtherPenalties = [new R1Penalty { Weight = 0.5 }] });
        Assert.Equal(plain.Steps(new(1, 1), DiracStepping.Simultaneous)[^1].Radius, measured.Dirac.Simultaneous, 1e-12);
        foreach (var name in new[] { "LatentConsistency", "LatentDiversity" })
            Assert.Contains(measured.Notes, note => note.Contains($"no {name}", StringComparison.Ordinal));
        Assert.Empty(AtlasMeasure.Of([new StyleGan2()]).Objectives.Single().Dirac.Notes);
    }

    /// <summary>In the mixtures they are there: each changes what is trained.</summary>
    [Fact]
    public void MixturesHaveThem()
    {
        Assert.NotEqual(Points(new NonSaturating()), Points(new Consistent()));

        static float[] Points(IGanObjective objective)
        {
            float[] last = [];
            Assert.NotNull(MixtureTraining.Run(objective, [(1, 0), (-1, 0)], 0.1, seed: 1, (_, points) => last = points, steps: 9));
            return last;
        }
    }

    /// <summary>At k = 1 the step is ψ − h (θ + θ²ψ), θ + h ψ; at k = 0.001 it is nearly a rotation outwards.</summary>
    [Fact]
    public void AStateFollowsTheSteps()
    {
        using var game = new DiracGame(new(new HeldBack()));
        var path = game.Steps(new(1, 1), DiracStepping.Simultaneous, steps: 20);
        var (theta, psi, k) = (1.0, 1.0, 0.001);
        foreach (var point in path[1..])
        {
            // L_D has the mean of (ψθ)²/2 k; the real sample's logit is 0.
            (theta, psi) = (theta + (0.1 * psi), psi - (0.1 * (theta + (k * theta * theta * psi))));
            k = Math.Min(1, 2 * k);
            Assert.Equal(theta, point.Theta, 1e-12);
            Assert.Equal(psi, point.Psi, 1e-12);
        }
    }
}
