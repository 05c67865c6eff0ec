using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Analysis;

/// <summary>Which sign a sum of monomials has all over a range, by arguments that survive where its terms touch zero.</summary>
internal static class PolynomialSigns
{
    /// <summary>1 or −1 where the sum is proved to be ≥ 0 or ≤ 0 (strictly, if asked for) over the whole range; 0 where nothing is proved.</summary>
    public static int Over(ExpPolynomial polynomial, Interval range, bool strictly)
    {
        if (SignOf(polynomial.Over(range), strictly) is var sign and not 0) return sign;
        if (IsSquareLike(polynomial, range, strictly)) return 1;
        return IsSquareLike(-polynomial, range, strictly) ? -1 : 0;
    }

    /// <summary>The same from some bound on: as t → ∞ one term outgrows the others.</summary>
    /// <param name="from">Positive; the range is [from, ∞).</param>
    public static int OnTail(ExpPolynomial polynomial, double from)
    {
        foreach (var dominant in polynomial.Terms)
        {
            if (SignOf(RelativeTo(dominant.Key, polynomial, from), true) is var sign and not 0) return sign;
        }

        return 0;
    }

    /// <summary>Whether it tends to 0 as t → ∞: every term above does beside one below that outgrows the rest there.</summary>
    public static bool Vanishes(Fraction fraction, double from) => fraction.Denominator.Terms.Any(greatest =>
        RelativeTo(greatest.Key, fraction.Denominator, from) is { IsPartial: false } relative && (relative.Low > 0 || relative.High < 0)
        && fraction.Numerator.Terms.All(t => t.Key.GrowthBeside(greatest.Key) < 0
            && t.Key.AtomsOver(Interval.AtLeast(from)) is { IsPartial: false, IsBounded: true }));

    /// <summary>
    /// The sign of a fraction that is at least some positive multiple of a monomial as t → ∞: a term above outweighs the rest there, one below has a bound for the rest, and their ratio does not
    /// vanish beside the monomial. 0 where that is not seen.
    /// </summary>
    /// <param name="from">Positive; the range is [from, ∞).</param>
    public static int OutweighsOnTail(Fraction fraction, ExpMonomial monomial, double from)
    {
        foreach (var above in fraction.Numerator.Terms)
        {
            if (RelativeTo(above.Key, fraction.Numerator, from) is not { IsPartial: false } values || (values.Low <= 0 && values.High >= 0)) continue;
            foreach (var below in fraction.Denominator.Terms)
            {
                if (above.Key.GrowthBeside(below.Key * monomial) >= 0 && RelativeTo(below.Key, fraction.Denominator, from) is { IsBounded: true } divisor && SignOf(divisor, true) is var sign and not 0)
                    return values.Low > 0 ? sign : -sign;
            }
        }

        return 0;
    }

    internal static int SignOf(Interval values, bool strictly)
    {
        if (values.IsPartial) return 0;
        if (strictly ? values.IsPositive : values.IsNotNegative) return 1;
        return (strictly ? values.IsNegative : values.IsNotPositive) ? -1 : 0;
    }

    /// <summary>The sum divided by the power and the exponential of a monomial, which are positive on [from, ∞).</summary>
    private static Interval RelativeTo(ExpMonomial dominant, ExpPolynomial polynomial, double from)
    {
        var sum = Interval.Point(0);
        foreach (var term in polynomial.Terms)
        {
            if (term.Key.BesideOver(dominant, from) is not { } ratio) return Interval.All;
            sum += IntervalMath.Multiply(term.Value.ToInterval(), IntervalMath.Multiply(ratio, term.Key.AtomsOver(Interval.AtLeast(from))));
        }

        return sum;
    }

    /// <summary>a·x² + b·x·y + c·y² with a, c ≥ 0 and b² ≤ 4ac, which is never negative: (t − 1)² multiplied out, eᵗ − 2 + e⁻ᵗ.</summary>
    private static bool IsSquareLike(ExpPolynomial polynomial, Interval range, bool strictly)
    {
        if (polynomial.Count != 3) return false;
        var terms = polynomial.Terms.ToArray();
        for (var i = 0; i < 3; i++)
        {
            var (middle, first, last) = (terms[i], terms[(i + 1) % 3], terms[(i + 2) % 3]);
            if (!(middle.Key * middle.Key).Equals(first.Key * last.Key) || first.Value.Sign <= 0 || last.Value.Sign <= 0) continue;
            var slack = (Dyadic.Of(4) * first.Value * last.Value) - (middle.Value * middle.Value);
            if (slack.Sign < 0 || (strictly && slack.Sign == 0)) continue;
            var (x, y) = (first.Key.Over(range), last.Key.Over(range));
            if (x.IsPartial || y.IsPartial || !x.IsNotNegative || !y.IsNotNegative) continue;
            if (!strictly || x.IsPositive || y.IsPositive) return true;
        }

        return false;
    }
}
