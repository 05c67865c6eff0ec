using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>
/// What the best D measures: −min L_D = ∫ q·f(p/q) up to a constant. It is also what G minimises, if its loss is −Fake or differs by a constant
/// (<see cref="GeneratorDivergence"/>).
/// </summary>
/// <param name="Name">The divergence, where it is one people know; null otherwise.</param>
/// <param name="Factor">How many times that divergence.</param>
/// <param name="IsExact">Whether the formulas agree; where only numbers do, or nothing was recognised, they may not.</param>
internal sealed record InducedDivergence(string? Name, double Factor, bool IsExact)
{
    /// <summary>None of the known ones, or no bound at all, as of a difference of D's means where nothing limits D's slope.</summary>
    public static readonly InducedDivergence None = new(null, 0, false);

    // ProGAN's drift is a thousandth of the critic's slope (Karras et al. 2017, arXiv 1710.10196): D would have to go far beyond its limit for it to count.
    private const double SmallDrift = 0.01;

    private static readonly double[] s_logits = [-1.5, -0.75, -0.3, 0.2, 0.6, 1.25];

    /// <summary>Whether it is a distance of D's means, which only a limit on D's slope makes finite.</summary>
    public bool IsOfCritic { get; init; }

    /// <summary>Whether all that holds D back stays as it is while G learns: then G follows what D measures.</summary>
    public bool IsFixedInG { get; init; }

    public static InducedDivergence Of(Curve real, Curve fake, Verdict isBounded, DensityRatio? ratio, SlopeLimit? limit)
    {
        if (OfCritic(real, fake, limit) is { } critic) return critic;
        // −f(u) is the lesser of two lines that cross at u = 1.
        if (isBounded.IsProved && StepwiseMinimum.Of(real, fake) is { Ratio: 1 } step)
            return new(KnownDivergences.TotalVariation, step.Bend, true);
        if (OppositeLosses.Of(real, fake) is { } opposite)
            return new(KnownDivergences.TotalVariation, opposite.Bend, true);
        if (ratio is { IsConstant: false } && Recognise(ratio, real) is var (name, factor, isExact))
            return new(name, factor, isExact);
        return None;
    }

    /// <summary>Real and Fake are lines with opposite slopes, but for a small drift where D's slope is bounded: L_D is a difference of D's means.</summary>
    private static InducedDivergence? OfCritic(Curve real, Curve fake, SlopeLimit? limit)
    {
        if (SlopeOf(real) is not { } r || SlopeOf(fake) is not { } f || !(r.Offset + f.Offset).IsZero || r.Offset.IsZero) return null;
        var (slope, drift) = (Math.Abs(r.Offset.ToDouble()), Math.Max(Math.Abs(r.Slope.ToDouble()), Math.Abs(f.Slope.ToDouble())) / 2);
        return limit switch
        {
            SlopeLimit.Bound bound when drift <= SmallDrift * slope => new(
                KnownDivergences.Wasserstein(bound) + (drift > 0 ? ", but for the drift" : ""), slope * bound.Constant, true)
            {
                IsOfCritic = true,
                IsFixedInG = drift == 0,
            },
            // min over D of a·⟨D, q − p⟩ + w·∫‖∇D‖²r is −a²/4w times the squared dual norm.
            SlopeLimit.MeanSquare mean when drift == 0 => new(
                KnownDivergences.Sobolev(mean.Density), Math.Round(slope * slope / (4 * mean.Weight), 9), true)
            {
                IsOfCritic = true,
                IsFixedInG = mean.Density == "p",
            },
            _ when drift == 0 => None,
            _ => null,
        };

        // A line, as of a parabola.
        static Polynomial? SlopeOf(Curve curve) => curve.Pieces.Count == 1 ? Polynomial.LineOf(curve.Slope) : null;
    }

    /// <summary>f′(u(t)) = −Real(t), so that f″(u)·u′ = −Real′.</summary>
    private static (string Name, double Factor, bool IsExact)? Recognise(DensityRatio ratio, Curve real)
    {
        var slope = Derivative.Of(ratio.Formula);
        foreach (var known in KnownDivergences.All)
        {
            if (NumericFactor(known, ratio, slope, real) is not { } factor) continue;
            var expected = Simplifier.Simplify(-known.Curvature.ReplaceLogit(ratio.Formula) * slope);
            return (known.Name, factor, Fraction.Of(expected) is { } e && Fraction.Of(real.Slope) is { } r && r.RatioTo(e) is not null);
        }

        return null;
    }

    /// <summary>The factor between the two, if it is the same wherever t is some u's best answer.</summary>
    private static double? NumericFactor(KnownDivergence known, DensityRatio ratio, Expr slope, Curve real)
    {
        double? factor = null;
        foreach (var t in s_logits)
        {
            var u = ratio.Formula.Evaluate(t);
            if (!(u > 0)) continue;
            var next = -real.Slope.Evaluate(t) / (known.Curvature.Evaluate(u) * slope.Evaluate(t));
            if (double.IsNaN(next) || next <= 0 || (factor is { } before && Math.Abs(next - before) > 1e-9 * before)) return null;
            factor ??= next;
        }

        return factor is { } found ? Math.Round(found, 9) : null;
    }
}
