using Gan.Experiments.Atlas.Losses;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Dirac;

/// <summary>What becomes of the smallest GAN.</summary>
/// <param name="Simultaneous">√(θ² + ψ²) after 500 steps of size 0.1 from (1, 1) with D(x) = ψ·x, both players at once.</param>
/// <param name="Alternating">The same, D first and G against the new D.</param>
/// <param name="Offset">t₀, the balanced logit: what follows is with D(x) = ψ·x + t₀, whose equilibrium is (0, 0).</param>
/// <param name="SimultaneousPath">θ and ψ after each second step.</param>
/// <param name="AlternatingPath">The same of alternating steps.</param>
/// <param name="DiscriminatorSteps">The radius after 500 steps of D, with k of them for each step of G, by k.</param>
/// <param name="Field">Where both players pull, on a grid.</param>
/// <param name="Measured">The eigenvalues by finite differences of the field; null where it has a kink.</param>
/// <param name="Derived">The eigenvalues from the derivatives that the compiler wrote.</param>
/// <param name="Verdict">What the players do.</param>
internal sealed record DiracSection(
    double Simultaneous, double Alternating, double Offset, IReadOnlyList<DiracPoint> SimultaneousPath, IReadOnlyList<DiracPoint> AlternatingPath,
    IReadOnlyDictionary<int, double> DiscriminatorSteps, IReadOnlyList<DiracArrow> Field, DiracEigenvalues? Measured, DiracEigenvalues? Derived, DiracVerdict Verdict)
{
    /// <summary>What of the objective is not part of the game, as sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    private static readonly DiracPoint s_start = new(1, 1);
    private static readonly int[] s_steps = [1, 2, 5];
    private const int Steps = 500, FieldIntervals = 12;
    private const double FieldReach = 2;

    /// <param name="objective">The objective.</param>
    /// <param name="offset">t₀, the balanced logit.</param>
    /// <param name="fakeSlope">The slope of L_D in the logit of the generated sample, where that of the real one is t₀.</param>
    /// <param name="generatorSlope">The same of L_G.</param>
    public static DiracSection Of(IGanObjective objective, double offset, Func<double[], double[]> fakeSlope, Func<double[], double[]> generatorSlope)
    {
        using var game = new DiracGame(new(objective) { Offset = offset });
        var (simultaneous, alternating) = (game.Steps(s_start, DiracStepping.Simultaneous), game.Steps(s_start, DiracStepping.Alternating));
        var (plainSimultaneous, plainAlternating) = (simultaneous[^1].Radius, alternating[^1].Radius);
        if (offset != 0)
        {
            using var plain = new DiracGame(new(objective));
            (plainSimultaneous, plainAlternating) = (plain.Steps(s_start, DiracStepping.Simultaneous)[^1].Radius, plain.Steps(s_start, DiracStepping.Alternating)[^1].Radius);
        }

        var measured = DiracEigenvalues.Measured(game);
        return new(
            plainSimultaneous, plainAlternating, offset, EachSecond(simultaneous), EachSecond(alternating),
            s_steps.ToDictionary(static k => k, k => k == 1 ? alternating[^1].Radius : game.Steps(s_start, DiracStepping.Alternating, Steps / k, discriminatorSteps: k)[^1].Radius),
            [.. FieldOf(game)], measured,
            HasKink(fakeSlope, offset) || HasKink(generatorSlope, offset) ? null : DiracEigenvalues.Derived(fakeSlope([offset])[0], generatorSlope([offset])[0], objective.Penalties),
            DiracVerdicts.Of(alternating, measured))
        {
            Notes = [.. game.LeftOut.Select(static leftOut => $"The Dirac-GAN has no {leftOut}")],
        };
    }

    private static IEnumerable<DiracArrow> FieldOf(DiracGame game) =>
        from psi in LogitGrid.Even(-FieldReach, FieldReach, FieldIntervals)
        from theta in LogitGrid.Even(-FieldReach, FieldReach, FieldIntervals)
        let at = new DiracPoint(theta, psi)
        select new DiracArrow(at, game.Field(at));

    private static DiracPoint[] EachSecond(DiracPoint[] path) => [.. path.Where(static (_, i) => i % 2 == 0)];

    private static bool HasKink(Func<double[], double[]> slope, double t)
    {
        var around = slope([t - 1e-7, t + 1e-7]);
        return Math.Abs(around[1] - around[0]) > 1e-3 * Math.Max(1, Math.Abs(around[0]));
    }
}

/// <summary>The pull at a point.</summary>
internal readonly record struct DiracArrow(DiracPoint At, DiracPoint Pull);
