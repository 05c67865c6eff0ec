using Gan.Generators.Expressions;

namespace Gan.Generators.Analysis;

/// <summary>Logits for which a formula has no value: enclosures prove of every one of them that its logarithm, root or power does not exist.</summary>
/// <param name="Part">The smallest part without a value.</param>
/// <param name="Logits">The widest range found around the first such logit.</param>
internal sealed record UndefinedRange(Expr Part, LogitExtent Logits)
{
    private const double Width = 1.0 / 1024;

    private static readonly double[] s_candidates = [.. new[] { 0.5, 1, 2, 4, 8, 16, 32, 64, 100, 0, 0.1, 0.01 }.SelectMany(static t => t == 0 ? [t] : new[] { -t, t })];

    /// <summary>The first range found, near 0 first; null where there is none. A formula that has no value at single logits only, such as 1/t, has none.</summary>
    public static UndefinedRange? Find(Expr formula, IReadOnlyDictionary<string, double> parameters)
    {
        // Sums, products and total functions have a value everywhere.
        if (parameters.Values.Any(double.IsNaN) || !formula.Has(static n => n is Quotient { Denominator.HasLogit: true } or Call { HasLogit: true, Function.IsTame: false })) return null;
        foreach (var t in s_candidates)
        {
            if (!double.IsNaN(formula.Evaluate(t, parameters))) continue;
            var ranges = parameters.ToDictionary(static p => p.Key, static p => Interval.Point(p.Value));
            bool IsUndefined(Interval logits) => HasNoValue(formula, logits, ranges);
            if (!IsUndefined(Interval.Of(t - Width, t + Width))) continue;
            return new(PartOf(formula, Interval.Of(t - Width, t + Width), ranges), LogitExtent.Around(t, IsUndefined));
        }

        return null;
    }

    private static bool HasNoValue(Expr formula, Interval logits, IReadOnlyDictionary<string, Interval> parameters)
        => IntervalEvaluator.Evaluate(formula, logits, parameters) is { IsEmpty: true, IsPartial: true };

    private static Expr PartOf(Expr formula, Interval logits, IReadOnlyDictionary<string, Interval> parameters)
        => formula.Children.FirstOrDefault(child => HasNoValue(child, logits, parameters)) is { } child ? PartOf(child, logits, parameters) : formula;
}
