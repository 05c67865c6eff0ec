using Gan.Runtime;

namespace Gan.Experiments.Atlas.Dirac;

/// <summary>A row of the paper's comparison.</summary>
/// <param name="Method">What is done.</param>
/// <param name="Paper">Whether it converges locally by the paper.</param>
/// <param name="Simultaneous">√(θ² + ψ²) after 500 steps of size 0.1 from (1, 1).</param>
/// <param name="Alternating">The same of alternating steps.</param>
/// <param name="Eigenvalues">By finite differences; null where the field has a kink.</param>
/// <param name="Verdict">What was seen.</param>
internal sealed record DiracRow(string Method, bool Paper, double Simultaneous, double Alternating, DiracEigenvalues? Eigenvalues, DiracVerdict Verdict);

/// <summary>The methods that Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406) compare on the Dirac-GAN, each measured anew.</summary>
internal static class DiracTable
{
    private static readonly DiracPoint s_start = new(1, 1);
    private static readonly NonSaturating s_nonSaturating = new() { LossPath = LossPath.Composed };
    private static readonly Wasserstein s_wasserstein = new() { LossPath = LossPath.Composed };

    public static IReadOnlyList<DiracRow> Measure() =>
    [
        Row("unregularised, minimax", false, new(new Vanilla { LossPath = LossPath.Composed })),
        Row("non-saturating", false, new(s_nonSaturating)),
        Row("Wasserstein, no limit", false, new(s_wasserstein) { IsClipped = false }),
        Row("Wasserstein, weights clipped", false, new(s_wasserstein)),
        Row("Wasserstein, gradient penalty, γ = 1", false, new(s_wasserstein) { IsClipped = false, OtherPenalties = [new GradientPenalty { Weight = 0.5 }] }),
        Row("DRAGAN, γ = 1", false, new(s_nonSaturating) { OtherPenalties = [new DraganPenalty { Weight = 0.5 }] }),
        Row("instance noise, σ = 1", true, new(s_nonSaturating) { Noise = 1 }),
        Row("R1, γ = 1", true, new(s_nonSaturating) { OtherPenalties = [new R1Penalty { Weight = 0.5 }] }),
        Row("R2, γ = 1", true, new(s_nonSaturating) { OtherPenalties = [new R2Penalty { Weight = 0.5 }] }),
    ];

    private static DiracRow Row(string method, bool paper, DiracRules rules)
    {
        using var game = new DiracGame(rules);
        var (simultaneous, alternating) = (game.Steps(s_start, DiracStepping.Simultaneous), game.Steps(s_start, DiracStepping.Alternating));
        var eigenvalues = DiracEigenvalues.Measured(game);
        return new(method, paper, simultaneous[^1].Radius, alternating[^1].Radius, eigenvalues, DiracVerdicts.Of(alternating, eigenvalues));
    }
}
