using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>Looks for a number at which a formula has the wrong sign beyond doubt: its enclosure there lies wholly on the wrong side.</summary>
internal static class Witness
{
    // Simple numbers first, because people read them; then further out, then odd ones between.
    private static readonly double[] s_candidates =
        [.. new[] { 0, 1, 2, 0.5, 4, 10, 30, 100, 0.25, 3, 5, 7, 15, 1.5, 0.1, 0.01, 700, 0.7, 2.3 }.SelectMany(static t => t == 0 ? [t] : new[] { t, -t })];

    private static readonly double[] s_parts = [0.5, 0.1, 0.9, 0.02, 0.98, 0.3, 0.7];

    /// <summary>A number at which the formula is negative; null where none was found.</summary>
    public static double? Find(Expr formula, Interval range)
    {
        foreach (var t in s_candidates.Concat(Inside(range)))
        {
            if (!range.Contains(t)) continue;
            // The cheap value decides whether the rigorous one is worth its price.
            var value = formula.Evaluate(t);
            if (!(value <= 0)) continue;
            var values = IntervalEvaluator.Evaluate(formula, Interval.Point(t));
            if (values is { IsPartial: false, IsNegative: true }) return t;
        }

        return null;
    }

    /// <summary>Three digits, for a message.</summary>
    public static double Rounded(double value) => double.Parse(value.ToString("G3", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<double> Inside(Interval range) => range.IsBounded ? s_parts.Select(part => range.Low + (part * range.Width)) : [];
}
