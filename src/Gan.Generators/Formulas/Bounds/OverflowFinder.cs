using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Bounds;

/// <summary>A part of a formula that leaves the range of float32 although its own operands are finite.</summary>
/// <param name="Part">The smallest such part.</param>
/// <param name="Logit">The logit nearest to zero (among those tried) where it happens.</param>
/// <param name="Value">What comes out: an infinity, or NaN where it is undefined.</param>
internal sealed record FloatOverflow(Expr Part, double Logit, double Value);

/// <summary>Looks for logits of ordinary size at which a formula overflows in float32.</summary>
internal static class OverflowFinder
{
    /// <summary>Logits up to this size are ordinary.</summary>
    public const double LargestLogit = 100;

    private const double Step = 0.25;

    // Far from both ends of float32: no rounding of a bounded formula gets from here to there.
    private const double Ample = 1e30;

    /// <summary>The first part that fails, from t = 0 outwards; null if none does.</summary>
    /// <param name="expression">The formula, in its stable form.</param>
    /// <param name="parameters">Values of the hyperparameters: their defaults.</param>
    /// <param name="logits">The logits there are.</param>
    public static FloatOverflow? Find(Expr expression, IReadOnlyDictionary<string, double> parameters, Interval? logits = null)
    {
        if (Bound(expression, parameters) <= Ample) return null;
        var evaluator = new SingleEvaluator(parameters);
        for (var size = 0.0; size <= LargestLogit; size += Step)
        {
            if ((At(size) ?? At(-size)) is { } found) return found;
        }

        return null;

        FloatOverflow? At(double logit)
        {
            if (logits?.Contains(logit) == false) return null;
            Work.CountEvaluation(expression.Size);
            evaluator.Evaluate(expression, (float)logit);
            return evaluator.Failure is var (part, value) ? new(part, logit, value) : null;
        }
    }

    /// <summary>
    /// A bound on what every part may be at ordinary logits, of formulas that only add, multiply and call functions that stay finite: most losses
    /// need no search. Infinite for all others, since a division or a logarithm of what rounds to zero has none.
    /// </summary>
    private static double Bound(Expr expression, IReadOnlyDictionary<string, double> parameters)
    {
        if (!expression.HasLogit) return Math.Abs(expression.Evaluate(0, parameters));
        var bound = expression switch
        {
            Logit => LargestLogit,
            Sum sum => sum.Terms.Sum(term => Bound(term, parameters)),
            // A factor below 1 makes up for none above it: what is multiplied first is a part as well.
            Product product => product.Factors.Aggregate(1.0, (all, factor) => all * Math.Max(1, Bound(factor, parameters))),
            Call { Function.StaysFinite: true } call => Bound(call, parameters),
            _ => double.PositiveInfinity,
        };
        return bound <= Ample ? bound : double.PositiveInfinity;
    }

    private static double Bound(Call call, IReadOnlyDictionary<string, double> parameters)
    {
        Span<Interval> arguments = stackalloc Interval[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var bound = Bound(call.Arguments[i], parameters);
            if (!(bound <= Ample)) return double.PositiveInfinity;
            arguments[i] = Interval.Of(-bound, bound);
        }

        var values = call.Function.Enclosure(arguments);
        return Math.Max(Math.Abs(values.Low), Math.Abs(values.High));
    }
}
