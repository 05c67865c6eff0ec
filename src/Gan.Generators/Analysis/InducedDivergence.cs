using Gan.Generators.Expressions;

namespace Gan.Generators.Analysis;

/// <summary>
/// What the best D measures: −min L_D = ∫ q·f(p/q) up to a constant. It is also what G minimises, if its loss is −Fake or differs by a constant.
/// </summary>
/// <param name="Name">The divergence, where it is one people know; null otherwise.</param>
/// <param name="Factor">How many times that divergence.</param>
/// <param name="Evidence">Proved where the formulas agree; Unknown where only numbers do, or nothing was recognised.</param>
internal sealed record InducedDivergence(string? Name, double Factor, Verdict Evidence)
{
    private static readonly double[] s_logits = [-1.5, -0.75, -0.3, 0.2, 0.6, 1.25];

    public static InducedDivergence Of(Curve real, Curve fake, Verdict isBounded, DensityRatio? ratio)
    {
        if (OfCritic(real, fake) is { } critic) return critic;
        if (isBounded.IsProved && StepwiseMinimum.Of(real, fake) is { Ratio: 1 } step)
            return new(KnownDivergences.TotalVariation, step.Bend, new Verdict.Proved($"−f(u) is the lesser of two lines that cross at u = 1"));
        if (ratio is { IsConstant: false } && Recognise(ratio, real) is var (name, factor, evidence))
            return new(name, factor, evidence);
        return new(null, 0, new Verdict.Unknown("the divergence is none of the known ones"));
    }

    /// <summary>Real + Fake is constant and Real a line: L_D is a difference of D's means.</summary>
    private static InducedDivergence? OfCritic(Curve real, Curve fake)
    {
        if (Line.Of(real.Formula) is not { } r || Line.Of(fake.Formula) is not { } f || !(r.Slope + f.Slope).IsZero || r.Slope.IsZero) return null;
        return new(KnownDivergences.Wasserstein, Math.Abs(r.Slope.ToDouble()), new Verdict.Proved("L_D is a difference of D's means"));
    }

    /// <summary>f′(u(t)) = −Real(t), so that f″(u)·u′ = −Real′.</summary>
    private static (string Name, double Factor, Verdict Evidence)? Recognise(DensityRatio ratio, Curve real)
    {
        var slope = Derivative.Of(ratio.Formula);
        foreach (var known in KnownDivergences.All)
        {
            if (NumericFactor(known, ratio, slope, real) is not { } factor) continue;
            var expected = Simplifier.Simplify(-known.Curvature.ReplaceLogit(ratio.Formula) * slope);
            var isProved = Fraction.Of(expected) is { } e && Fraction.Of(real.Slope) is { } r && r.RatioTo(e) is not null;
            return (known.Name, factor, isProved
                ? new Verdict.Proved("f″(u(t))·u′(t) = −Real′(t) for every t")
                : new Verdict.Unknown("recognised numerically"));
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
