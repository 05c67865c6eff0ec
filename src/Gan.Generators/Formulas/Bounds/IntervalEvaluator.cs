using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Bounds;

/// <summary>
/// Encloses all values a formula takes while t and the hyperparameters run over intervals. Rigorous: every bound is rounded outwards,
/// so that what it excludes cannot happen in real arithmetic.
/// </summary>
internal static class IntervalEvaluator
{
    private static readonly Dictionary<string, Interval> None = [];

    /// <param name="expression">The formula; a simplified one gives tighter bounds.</param>
    /// <param name="logit">The range of t.</param>
    /// <param name="parameters">The ranges of the hyperparameters; one that is missing may be any number.</param>
    public static Interval Evaluate(Expr expression, Interval logit, IReadOnlyDictionary<string, Interval>? parameters = null)
    {
        Work.Count(1 + (expression.Size / 2));
        return Enclose(expression, logit, parameters ?? None);
    }

    private static Interval Enclose(Expr expression, Interval logit, IReadOnlyDictionary<string, Interval> parameters)
    {
        if (logit.IsEmpty) return Interval.Empty;
        switch (expression)
        {
            case Constant constant:
                return double.IsNaN(constant.Value) || double.IsInfinity(constant.Value) ? Interval.Undefined : Interval.Point(constant.Value);
            case Logit:
                return logit;
            case Parameter parameter:
                return parameters.TryGetValue(parameter.Name, out var range) ? range : Interval.All;
            case Sum sum:
                var total = Interval.Point(0);
                foreach (var term in sum.Terms) total += Enclose(term, logit, parameters);
                return total;
            case Product product:
                var result = Interval.Point(1);
                foreach (var factor in product.Factors) result = IntervalMath.Multiply(result, Enclose(factor, logit, parameters));
                return result;
            case Quotient quotient:
                return IntervalMath.Divide(Enclose(quotient.Numerator, logit, parameters), Enclose(quotient.Denominator, logit, parameters));
            case Call call:
                Span<Interval> arguments = stackalloc Interval[call.Arguments.Count];
                for (var i = 0; i < arguments.Length; i++) arguments[i] = Enclose(call.Arguments[i], logit, parameters);
                return call.Function.Enclosure(arguments);
            case Conditional conditional:
                return Enclose(conditional, logit, parameters);
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr.");
        }
    }

    private static Interval Enclose(Conditional c, Interval logit, IReadOnlyDictionary<string, Interval> parameters)
    {
        var left = Enclose(c.Left, logit, parameters);
        var right = Enclose(c.Right, logit, parameters);
        if (left.IsEmpty || right.IsEmpty) return Interval.Undefined;

        var partial = left.IsPartial || right.IsPartial;
        var then = Branch(c.Then, c.Comparison);
        var otherwise = Branch(c.Else, c.Comparison.Not());
        return then.Union(otherwise).Partial(partial);

        Interval Branch(Expr branch, Comparison comparison)
        {
            if (!IsPossible(comparison, left, right)) return Interval.Empty;
            // A comparison with t itself says where the branch is taken.
            var within = c.Left is Logit ? logit.Intersect(HalfLine(comparison, right)) : logit;
            return Enclose(branch, within, parameters);
        }
    }

    private static bool IsPossible(Comparison comparison, Interval left, Interval right)
    {
        var difference = left - right;
        return comparison switch
        {
            Comparison.Less => !difference.IsNotNegative,
            Comparison.LessOrEqual => !difference.IsPositive,
            Comparison.Greater => !difference.IsNotPositive,
            _ => !difference.IsNegative,
        };
    }

    private static Interval HalfLine(Comparison comparison, Interval bound) => comparison switch
    {
        Comparison.Less => Interval.Of(double.NegativeInfinity, bound.High, highOpen: true),
        Comparison.LessOrEqual => Interval.Of(double.NegativeInfinity, bound.High, highOpen: bound.HighOpen),
        Comparison.Greater => Interval.Of(bound.Low, double.PositiveInfinity, lowOpen: true),
        _ => Interval.Of(bound.Low, double.PositiveInfinity, lowOpen: bound.LowOpen),
    };
}
