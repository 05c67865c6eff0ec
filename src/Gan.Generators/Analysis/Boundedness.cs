using Gan.Generators.Expressions;

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
        var sum = Simplifier.Simplify(real.Formula + fake.Formula);
        return OfAll(real.Tails.Select(tail => OfSum(sum, tail)), "Real + Fake is bounded below");
    }

    /// <summary>inf (u·Real + Fake) &gt; −∞ for every u &gt; 0: where it fails, only a Lipschitz constraint keeps D finite.</summary>
    public static Verdict ForEveryRatio(Curve real, Curve fake)
    {
        if (!AreContinuous(real, fake)) return NotContinuous;
        return OfAll(real.Tails.Select(tail => OfRatios(real.Formula, fake.Formula, tail)), "u·Real + Fake is bounded below for every u > 0");
    }

    private static Verdict NotContinuous => new Verdict.Unknown("a loss may be undefined somewhere");

    private static bool AreContinuous(Curve real, Curve fake) => real.Pieces.Concat(fake.Pieces).All(static p => p.IsDefined);

    private static Verdict OfAll(IEnumerable<Verdict> ends, string statement)
    {
        Verdict result = new Verdict.Proved(statement);
        foreach (var end in ends)
        {
            if (end.IsRefuted) return end;
            if (end.IsUnknown) result = end;
        }

        return result;
    }

    private static Verdict OfSum(Expr sum, Tail tail)
    {
        if (Tails.IsBoundedBelow(sum, tail)) return new Verdict.Proved("bounded below");
        return Tails.LimitOf(sum, tail).Kind switch
        {
            LimitKind.Finite or LimitKind.PlusInfinity => new Verdict.Proved("bounded below"),
            LimitKind.MinusInfinity => Unbounded(sum, 1, tail),
            _ => Undecided(tail),
        };
    }

    private static Verdict OfRatios(Expr real, Expr fake, Tail tail)
    {
        var (ofReal, ofFake) = (Tails.IsBoundedBelow(real, tail), Tails.IsBoundedBelow(fake, tail));
        if (ofReal && ofFake) return new Verdict.Proved("each is bounded below");

        var (r, f) = (Tails.LimitOf(real, tail), Tails.LimitOf(fake, tail));
        var (falls, rises) = (r.Kind == LimitKind.MinusInfinity, f.Kind == LimitKind.MinusInfinity);
        if (r.Kind == LimitKind.Unknown || f.Kind == LimitKind.Unknown) return Undecided(tail);
        if (!falls && !rises) return new Verdict.Proved("each is bounded below");
        if (falls && f.Kind != LimitKind.PlusInfinity) return Unbounded(real + fake, 1, tail);
        if (rises && r.Kind != LimitKind.PlusInfinity) return Unbounded(real + fake, 1, tail);

        // One falls and the other rises: who is faster? Their ratio is never positive in the end.
        var ratio = Tails.LimitOf(Simplifier.Simplify(falls ? real / fake : fake / real), tail);
        return ratio switch
        {
            { Kind: LimitKind.Finite, Enclosure: { IsPoint: true, Low: 0 } } => new Verdict.Proved("what rises outgrows what falls"),
            { Kind: LimitKind.Finite, Enclosure: { IsNegative: true, IsBounded: true } c } => falls
                ? Unbounded(Simplifier.Simplify((-2 / c.High * real) + fake), -2 / c.High, tail)
                : Unbounded(Simplifier.Simplify((-c.High / 2 * real) + fake), -c.High / 2, tail),
            { Kind: LimitKind.MinusInfinity } => Unbounded(real + fake, 1, tail),
            _ => Undecided(tail),
        };
    }

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
