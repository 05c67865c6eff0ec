using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Asymptotics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>
/// Whether minimising D's loss leads anywhere: inf over t of u·Real(t) + Fake(t), where u = p/q is the ratio of real to fake density.
/// Continuous on every bounded range, the sum can only be unbounded at the ends of the line.
/// </summary>
internal static class Boundedness
{
    private const double Deep = -100;

    /// <summary>inf (Real + Fake) &gt; −∞: where real and fake samples look alike.</summary>
    public static Verdict WhenEqual(Curve real, Curve fake)
    {
        if (!AreContinuous(real, fake)) return NotContinuous;
        var sum = real.With(real.Formula + fake.Formula, $"{real.Name} + {fake.Name}");
        return OfEnds(real, tail => OfSum(sum, tail), "Real + Fake is bounded below", tails => new Certificate.Bounded(sum.Name, sum.Range, tails, Breakpoints(real, fake)));
    }

    /// <summary>inf (u·Real + Fake) &gt; −∞ for every u &gt; 0: where it fails, only a Lipschitz constraint keeps D finite.</summary>
    public static Verdict ForEveryRatio(Curve real, Curve fake)
    {
        if (!AreContinuous(real, fake)) return NotContinuous;
        return OfEnds(
            real,
            tail => OfRatios(real, fake, tail), "u·Real + Fake is bounded below for every u > 0",
            tails => new Certificate.Minimum(real.Name, fake.Name, real.Range, tails, Breakpoints(real, fake)));
    }

    private static Verdict NotContinuous => new Verdict.Unknown("a loss may be undefined somewhere");

    private static bool AreContinuous(Curve real, Curve fake) => real.IsDefined && fake.IsDefined;

    private static EquatableArray<Interval> Breakpoints(Curve real, Curve fake) => new(real.Breakpoints.Concat(fake.Breakpoints).Distinct().OrderBy(static b => b.Low));

    private static Verdict OfEnds(Curve curve, Func<Tail, Verdict> end, string statement, Func<EquatableArray<Certificate.AtTail>, Certificate> certificate)
    {
        Verdict? open = null;
        var shown = new List<Certificate.AtTail>();
        foreach (var verdict in curve.Tails.Select(end))
        {
            if (verdict.IsRefuted) return verdict;
            if (verdict is Verdict.Proved { Certificate: Certificate.AtTail tail }) shown.Add(tail);
            else open = verdict;
        }

        return open ?? new Verdict.Proved(statement, certificate(new(shown)));
    }

    private static Verdict OfSum(Curve sum, Tail tail)
    {
        if (Shown(sum, tail) is { } shown) return Bounded(shown);
        return Tails.LimitOf(sum.Formula, tail).Kind == LimitKind.MinusInfinity ? Unbounded(sum.Formula, 1, tail) : Undecided(tail);
    }

    private static Verdict.Proved Bounded(Certificate.AtTail shown) => new("bounded below", shown);

    private static Verdict OfRatios(Curve ofReal, Curve ofFake, Tail tail)
    {
        if (Shown(ofReal, tail) is { } shownOfReal && Shown(ofFake, tail) is { } shownOfFake) return Bounded(shownOfReal.And(shownOfFake));

        var (real, fake) = (ofReal.Formula, ofFake.Formula);
        var (r, f) = (Tails.LimitOf(real, tail), Tails.LimitOf(fake, tail));
        var (falls, rises) = (r.Kind == LimitKind.MinusInfinity, f.Kind == LimitKind.MinusInfinity);
        if (r.Kind == LimitKind.Unknown || f.Kind == LimitKind.Unknown || !(falls || rises)) return Undecided(tail);
        if (falls && f.Kind != LimitKind.PlusInfinity) return Unbounded(real + fake, 1, tail);
        if (rises && r.Kind != LimitKind.PlusInfinity) return Unbounded(real + fake, 1, tail);

        // One falls and the other rises: who is faster? Their ratio is never positive in the end.
        if ((falls ? Outgrown(ofReal, ofFake, tail) : Outgrown(ofFake, ofReal, tail)) is { } outgrown) return Bounded(outgrown);
        var ratio = Tails.LimitOf(Simplifier.Simplify(falls ? real / fake : fake / real), tail);
        return ratio switch
        {
            { Kind: LimitKind.Finite, Enclosure: { IsNegative: true, IsBounded: true } c } => falls
                ? Unbounded(Simplifier.Simplify((-2 / c.High * real) + fake), -2 / c.High, tail)
                : Unbounded(Simplifier.Simplify((-c.High / 2 * real) + fake), -c.High / 2, tail),
            { Kind: LimitKind.MinusInfinity } => Unbounded(real + fake, 1, tail),
            _ => Undecided(tail),
        };
    }

    /// <summary>Why a formula is bounded below towards an end: its values have bounds, it never falls, or it is positive; null where neither is seen.</summary>
    private static Certificate.AtTail? Shown(Curve curve, Tail tail) =>
        Tails.BoundedFrom(curve.Formula, tail) is { } bounded ? new(tail, bounded, new([Certificate.AtTail.Enclosed]))
        : Tails.RisingFrom(curve, tail) is { } rising ? new(tail, rising, new([Certificate.AtTail.Rises]))
        : Tails.PositiveFrom(curve, tail) is { } positive ? new(tail, positive, new([Certificate.AtTail.Positive]))
        : null;

    /// <summary>Why what rises outgrows what falls; null where that is not seen.</summary>
    private static Certificate.AtTail? Outgrown(Curve falling, Curve rising, Tail tail) =>
        Tails.RisingFrom(rising, tail) is { } r && Tails.VanishingFrom(falling, tail, rising) is { } v ? new(tail, Math.Max(r, v), new([Certificate.AtTail.Outgrown])) : null;

    /// <summary>The sum falls for good; the witness is a number where it has fallen far.</summary>
    private static Verdict Unbounded(Expr sum, double ratio, Tail tail)
    {
        for (var distance = 10.0; distance < 1e12; distance *= 2)
        {
            var t = (int)tail * distance;
            if (IntervalEvaluator.Evaluate(sum, Interval.Point(t)).High > Deep) continue;
            var what = ratio == 1 ? "Real + Fake" : $"{Numbers.Prose(Witness.Rounded(ratio))}·Real + Fake";
            return new Verdict.Refuted(t, $"{what} → −∞ as t → {tail.Text()}: it is below {Numbers.Prose(Deep)} at t = {Numbers.Prose(t)}");
        }

        return Undecided(tail);
    }

    private static Verdict.Unknown Undecided(Tail tail) => new Verdict.Unknown($"the losses' growth as t → {tail.Text()} is not understood");
}
