using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>Logits for which a formula has no value: enclosures prove of every one of them that its logarithm, root or power does not exist.</summary>
/// <param name="Part">The smallest part without a value.</param>
/// <param name="Logits">The widest range found around the first such logit.</param>
internal sealed record UndefinedRange(Expr Part, LogitExtent Logits)
{
    private const double Width = 1.0 / 1024;

    private static readonly double[] s_candidates = [.. new[] { 0.5, 1, 2, 4, 8, 16, 32, 64, 100, 0, 0.1, 0.01 }.SelectMany(static t => t == 0 ? [t] : new[] { -t, t })];

    /// <summary>The first range found, near 0 first; null where there is none. A formula that has no value at single logits only, such as 1/t, has none.</summary>
    /// <param name="formula">A loss.</param>
    /// <param name="logits">What D may return.</param>
    /// <param name="parameters">Values of the hyperparameters.</param>
    public static UndefinedRange? Find(Expr formula, Interval logits, IReadOnlyDictionary<string, double> parameters)
    {
        // Sums, products and total functions have a value everywhere.
        if (parameters.Values.Any(double.IsNaN) || !formula.Has(static n => n is Quotient { Denominator.HasLogit: true } or Call { HasLogit: true, Function.StaysFinite: false })) return null;
        foreach (var t in s_candidates)
        {
            if (!logits.Contains(t) || !double.IsNaN(formula.Evaluate(t, parameters))) continue;
            var (near, ranges) = (Interval.Of(t - Width, t + Width).Intersect(logits), parameters.ToDictionary(static p => p.Key, static p => Interval.Point(p.Value)));
            if (!HasNoValue(formula, near, ranges)) continue;
            return new(PartOf(formula, near, ranges), LogitExtent.Around(t, range => HasNoValue(formula, range.Intersect(logits), ranges)));
        }

        return null;
    }

    private static bool HasNoValue(Expr formula, Interval logits, IReadOnlyDictionary<string, Interval> parameters)
        => IntervalEvaluator.Evaluate(formula, logits, parameters) is { IsEmpty: true, IsPartial: true };

    private static Expr PartOf(Expr formula, Interval logits, IReadOnlyDictionary<string, Interval> parameters)
        => formula.Children.FirstOrDefault(child => HasNoValue(child, logits, parameters)) is { } child ? PartOf(child, logits, parameters) : formula;
}
