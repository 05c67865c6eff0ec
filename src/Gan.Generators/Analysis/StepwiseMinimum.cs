using Gan.Generators.Expressions;

namespace Gan.Generators.Analysis;

/// <summary>
/// min over t of u·Real(t) + Fake(t) for losses made of straight pieces and bounded below: it lies at a kink.
/// This is the case of two kinks, where it is the lesser of two lines in u, which cross once.
/// </summary>
/// <param name="Low">The best t for small u.</param>
/// <param name="High">The best t for large u.</param>
/// <param name="Ratio">The u at which the lines cross.</param>
/// <param name="Bend">By how much the minimum's slope changes there.</param>
internal sealed record StepwiseMinimum(double Low, double High, double Ratio, double Bend)
{
    public static StepwiseMinimum? Of(Curve real, Curve fake)
    {
        if (!IsStraight(real) || !IsStraight(fake)) return null;
        var kinks = Kinks(real).Concat(Kinks(fake)).Distinct().OrderBy(static t => t).ToArray();
        if (kinks.Length != 2) return null;
        var lines = kinks.Select(t => (Slope: Exact(real, t), Offset: Exact(fake, t))).ToArray();
        // The greater t is for the greater u: there Real is less.
        var bend = lines[0].Slope - lines[1].Slope;
        return bend > 0 ? new(kinks[0], kinks[1], (lines[1].Offset - lines[0].Offset) / bend, bend) : null;
    }

    /// <summary>The value where it is a double, else NaN, which fails every comparison.</summary>
    private static double Exact(Curve curve, double t) => IntervalEvaluator.Evaluate(curve.Formula, Interval.Point(t)) is { IsPoint: true } value ? value.Low : double.NaN;

    private static bool IsStraight(Curve curve) => curve.IsUnderstood && curve.Pieces.All(static p => Line.Of(p.Formula) is not null);

    private static IEnumerable<double> Kinks(Curve curve) => curve.Pieces.Skip(1).Select(static p => p.Range.Low);
}
