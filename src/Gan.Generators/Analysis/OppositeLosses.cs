using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Analysis;

/// <summary>
/// Losses that differ by a constant and their sign, between two bounds: u·Real + Fake is (u − 1)·Real, so that D answers with the end of the line at which Real is least where u &gt; 1, and with the other one where u &lt; 1.
/// That is the case of a bounded critic, as ½ tanh(t) of the total variation (Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709).
/// </summary>
/// <param name="ForFake">The end for small u.</param>
/// <param name="ForReal">The end for large u.</param>
/// <param name="Bend">By how much the minimum's slope changes at u = 1: Real at the one end less Real at the other.</param>
internal sealed record OppositeLosses(Tail ForFake, Tail ForReal, double Bend)
{
    private const double Rounding = 1e-9;

    public static OppositeLosses? Of(Curve real, Curve fake)
    {
        if (real.Range != Interval.All || Fraction.Of(real.Slope) is not { } r || Fraction.Of(fake.Slope) is not { } f || !(r + f).IsZero)
            return null;
        // No value lies beyond these two, so that no answer is better than the ends.
        var (all, left, right) = (IntervalEvaluator.Evaluate(real.Formula, Interval.All), At(real, Tail.Left), At(real, Tail.Right));
        var bend = Math.Abs(left - right);
        if (!(bend > Rounding) || all.IsPartial || !(all.Width <= bend + (Rounding * bend)))
            return null;
        var isHighForReal = right < left;
        return new(isHighForReal ? Tail.Left : Tail.Right, isHighForReal ? Tail.Right : Tail.Left, Math.Round(bend, 9));
    }

    /// <summary>What a loss tends to; NaN where bounds do not tell.</summary>
    public static double At(Curve loss, Tail tail)
    {
        var values = IntervalEvaluator.Evaluate(loss.Formula, tail.From(1 << 20));
        return values is { IsPartial: false } && values.Width <= Rounding * Math.Max(1, Math.Abs(values.Low)) ? values.Low + (values.Width / 2) : double.NaN;
    }
}
