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

    /// <summary>All rows, by as many threads as there are processors.</summary>
    public static IReadOnlyList<DiracRow> Measure()
    {
        (string Method, bool Paper, DiracRules Rules)[] rows =
        [
            ("unregularised, minimax", false, new(new Vanilla())),
            ("non-saturating", false, new(new NonSaturating())),
            ("Wasserstein, no limit", false, new(new Wasserstein()) { IsClipped = false }),
            ("Wasserstein, weights clipped", false, new(new Wasserstein())),
            ("Wasserstein, gradient penalty, γ = 1", false, new(new Wasserstein()) { IsClipped = false, OtherPenalties = [new GradientPenalty { Weight = 0.5 }] }),
            ("DRAGAN, γ = 1", false, new(new NonSaturating()) { OtherPenalties = [new DraganPenalty { Weight = 0.5 }] }),
            ("instance noise, σ = 1", true, new(new NonSaturating()) { Noise = 1 }),
            ("R1, γ = 1", true, new(new NonSaturating()) { OtherPenalties = [new R1Penalty { Weight = 0.5 }] }),
            ("R2, γ = 1", true, new(new NonSaturating()) { OtherPenalties = [new R2Penalty { Weight = 0.5 }] }),
        ];
        var measured = new DiracRow[rows.Length];
        Parallel.For(0, rows.Length, i => measured[i] = Row(rows[i].Method, rows[i].Paper, rows[i].Rules));
        return measured;
    }

    private static DiracRow Row(string method, bool paper, DiracRules rules)
    {
        using var game = new DiracGame(rules);
        var (simultaneous, alternating) = (game.Steps(s_start, DiracStepping.Simultaneous), game.Steps(s_start, DiracStepping.Alternating));
        var eigenvalues = DiracEigenvalues.Measured(game);
        return new(method, paper, simultaneous[^1].Radius, alternating[^1].Radius, eigenvalues, DiracVerdicts.Of(alternating, eigenvalues));
    }
}
