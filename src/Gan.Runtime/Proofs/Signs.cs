using Gan.Runtime.Proofs.Arithmetic;

namespace Gan.Runtime.Proofs;

/// <summary>Checks that f, f′ or f″ is ≥ 0, or ≤ 0, over a range, as a certificate says it is shown.</summary>
/// <param name="f">The formula.</param>
/// <param name="side">A number of the range at which f has no kink: at the ends, f is what it is on that side of them.</param>
internal sealed class Signs(Formula f, BigFloat? side = null)
{
    // Bounds that are looser here than where the certificate was made are refined by as many halvings, and by as many in all.
    private const int Refinements = 12;
    private int _budget = 200;

    public bool Hold(int order, int sign, Interval range, Formula proof) => range.Low > range.High || proof switch
    {
        { Name: "slopes", Parts: [{ Number: var z }, var right, var left] } => !(z < range.Low) && !(z > range.High) && Holds(order, sign, Interval.Point(z), true)
            && Hold(order + 1, sign, range with { Low = z }, right) && Hold(order + 1, -sign, range with { High = z }, left),
        { Name: "logarithm" } => HoldsInLogarithm(order, sign, range),
        { Name: "split", Parts: var cuts } => Boxes(range, cuts.Select(static cut => cut.Number)).All(box => HoldsOn(order, sign, box, Refinements)),
        { Name: "whole" } => HoldsOn(order, sign, range, Refinements),
        _ => false,
    };

    /// <summary>A bounded range in equal parts.</summary>
    public static IEnumerable<Interval> Boxes(Interval range, int parts) => parts == 1 || range.Low == range.High ? [range]
        : Boxes(range with { High = range.Middle }, parts / 2).Concat(Boxes(range with { Low = range.Middle }, parts / 2));

    /// <summary>The parts of a range between numbers in it.</summary>
    public static IEnumerable<Interval> Boxes(Interval range, IEnumerable<BigFloat> cuts)
    {
        foreach (var cut in cuts.Where(cut => cut > range.Low && cut < range.High))
        {
            yield return range with { High = cut };
            range = range with { Low = cut };
        }

        yield return range;
    }

    /// <summary>By bounds of the values, or by the formula's exact form.</summary>
    public bool Holds(int order, int sign, Interval range, bool isExact, bool strictly = false)
    {
        // Which term of a sum is the greatest is seen towards ∞.
        if (range.Low.IsInfinite && !range.High.IsInfinite)
            return new Signs(f.At(-Formula.Of("t")), -side).Holds(order, order % 2 == 0 ? sign : -sign, new(-range.High, -range.Low), isExact, strictly);
        return Shows(() => Evaluation.Over(range, order, isExact, side).Of(f)[order].Has(sign, strictly));
    }

    /// <summary>Whether an argument holds; where something has no value it does not.</summary>
    public static bool Shows(Func<bool> argument)
    {
        try { return argument(); }
        catch (ArithmeticException) { return false; }
    }

    /// <summary>With the formula's exact form in log t.</summary>
    private bool HoldsInLogarithm(int order, int sign, Interval range) =>
        Shows(() => new Evaluation(new(range, Form.Of(BigFloat.One, Monomial.Of("exp(t)", new Factor(BigFloat.One, range)))), order, side).Of(f)[order].Has(sign, false));

    private bool HoldsOn(int order, int sign, Interval range, int refinements)
    {
        if (Holds(order, sign, range, false)) return true;
        if (Holds(order, -sign, Interval.Point(range.Middle), false, strictly: true)) return false;
        if (range.IsBounded && HoldsByMeanValue(order, sign, range)) return true;
        // The exact form costs most: it is for what bounds cannot show.
        if ((!range.IsBounded || range.Low == range.High || refinements == Refinements - 2) && Holds(order, sign, range, true)) return true;
        return refinements > 0 && range.Low < range.High && _budget-- > 0
            && HoldsOn(order, sign, range with { High = range.Middle }, refinements - 1) && HoldsOn(order, sign, range with { Low = range.Middle }, refinements - 1);
    }

    /// <summary>The values lie within value in the middle + slope · distance.</summary>
    private bool HoldsByMeanValue(int order, int sign, Interval range) => Shows(() =>
    {
        var middle = Interval.Point(range.Middle);
        var over = Evaluation.Over(range, order + 1, false, side);
        var values = Evaluation.Over(middle, order, false, side).Of(f)[order].Range + (over.Of(f)[order + 1].Range * (range + -middle));
        return over.Undecided.Count == 0 && values.Has(sign, false);
    });
}
