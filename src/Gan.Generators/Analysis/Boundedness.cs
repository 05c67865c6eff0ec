using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Analysis;

/// <summary>
/// Whether minimising D's loss leads anywhere: inf over t of u·Real(t) + Fake(t), where u = p/q is the ratio of real to fake density.
/// Continuous on every bounded range, the sum can only be unbounded at the ends of the line.
/// </summary>
internal static class Boundedness
{
    private const double Deep = -100;

    // Where it shows how two losses that grow alike compare; what overflows shows it nearer.
    private static readonly double[] s_far = [1e6, 300, 32];

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

    private static Verdict OfSum(Curve sum, Tail tail) => Shown(sum, tail) is { } shown ? Bounded(shown) : (Verdict?)Unbounded(sum, 1, tail) ?? Undecided(tail);

    private static Verdict.Proved Bounded(Certificate.AtTail shown) => new("bounded below", shown);

    private static Verdict OfRatios(Curve real, Curve fake, Tail tail)
    {
        if (Shown(real, tail) is { } ofReal && Shown(fake, tail) is { } ofFake) return Bounded(ofReal.And(ofFake));
        // One falls and the other rises: who is faster?
        if ((Outgrown(real, fake, tail) ?? Outgrown(fake, real, tail)) is { } outgrown) return Bounded(outgrown);
        return Ratios(real, fake, tail).Select(u => (Verdict?)Unbounded(real.With((u * real.Formula) + fake.Formula, ""), u, tail)).FirstOrDefault(static verdict => verdict is not null) ?? Undecided(tail);
    }

    /// <summary>Ratios for which what falls may outweigh what rises: 1, and where both grow alike twice what the two cancel at, or half of it.</summary>
    private static IEnumerable<double> Ratios(Curve real, Curve fake, Tail tail)
    {
        yield return 1;
        var ratios = s_far.Select(distance => -fake.Formula.Evaluate((int)tail * distance) / real.Formula.Evaluate((int)tail * distance));
        if (ratios.FirstOrDefault(static ratio => ratio is > 0 and < double.PositiveInfinity) is not (> 0 and var cancelling)) yield break;
        yield return Witness.Rounded(2 * cancelling);
        yield return Witness.Rounded(cancelling / 2);
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

    /// <summary>That a sum falls without end, with a number where it has fallen far; null where that is not seen.</summary>
    private static Verdict.Refuted? Unbounded(Curve sum, double ratio, Tail tail)
    {
        if (!Tails.FallsForever(sum, tail)) return null;
        for (var distance = 10.0; distance < 1e12; distance *= 2)
        {
            var t = (int)tail * distance;
            if (IntervalEvaluator.Evaluate(sum.Formula, Interval.Point(t)).High > Deep) continue;
            var what = ratio == 1 ? "Real + Fake" : $"{Numbers.Prose(ratio)}·Real + Fake";
            return new(t, $"{what} → −∞ as t → {tail.Text()}");
        }

        return null;
    }

    private static Verdict.Unknown Undecided(Tail tail) => new Verdict.Unknown($"it is not known how the losses grow as t → {tail.Text()}");
}
