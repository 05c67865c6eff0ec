using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>Curvature by composition: a rising convex function of a convex one is convex, and so on. Kinks need no care here.</summary>
internal static class Curvatures
{
    /// <summary>What the rules tell; only to be trusted where the formula has a value over the whole range.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="range">The values of t.</param>
    /// <param name="steps">Takes what the rules rest on, where it is asked for.</param>
    public static Curvature Of(Expr formula, Interval range, ICollection<Step>? steps = null) => formula switch
    {
        { HasLogit: false } or Logit => Curvature.Line,
        Sum sum => sum.Terms.Aggregate(Curvature.Line, (all, term) => all & Of(term, range, steps)),
        Product product => OfProduct(product, range, steps),
        Quotient { Denominator: { HasLogit: false } divisor } q => Times(Of(q.Numerator, range, steps), Range(divisor, range)),
        Call call => OfCall(call, range, steps),
        _ => Curvature.Unknown,
    };

    private static Curvature OfProduct(Product product, Interval range, ICollection<Step>? steps)
    {
        var moving = product.Factors.Where(static f => f.HasLogit).ToList();
        if (moving.Count != 1) return Curvature.Unknown;
        var scale = product.Factors.Where(static f => !f.HasLogit).Aggregate(Interval.Point(1), (all, f) => IntervalMath.Multiply(all, Range(f, range)));
        return Times(Of(moving[0], range, steps), scale);
    }

    private static Curvature Times(Curvature curvature, Interval scale) => scale.IsPartial ? Curvature.Unknown
        : scale.IsNotNegative ? curvature
        : scale.IsNotPositive ? Flip(curvature)
        : Curvature.Unknown;

    private static Curvature OfCall(Call call, Interval range, ICollection<Step>? steps)
    {
        if (call.Function.JointCurvature != Curvature.Unknown)
            return call.Arguments.Aggregate(call.Function.JointCurvature, (all, argument) => all & Of(argument, range, steps));
        var values = Range(call.Argument, range);
        var (shape, direction) = BendOf(call, values, range);
        var inner = Of(call.Argument, range, steps);
        if (shape != Curvature.Unknown) steps?.Add(new(shape, inner == Curvature.Line ? 0 : direction, call.WithChildren(new(call.Arguments.Skip(1).Prepend(Expr.T))), values));
        // A line within keeps the shape; else the function has to be monotone.
        return inner == Curvature.Line ? shape
            : direction == 0 ? Curvature.Unknown
            : shape & (direction > 0 ? inner : Flip(inner));
    }

    /// <summary>How the function bends over the values its argument takes; unknown where others of its arguments move.</summary>
    private static Bend BendOf(Call call, Interval values, Interval range)
        => call.Arguments.Skip(1).Any(static argument => argument.HasLogit) ? Bend.Unknown : call.Function.BendOver([values, .. call.Arguments.Skip(1).Select(argument => Range(argument, range))]);

    private static Curvature Flip(Curvature c) =>
        (c.HasFlag(Curvature.Convex) ? Curvature.Concave : 0) | (c.HasFlag(Curvature.Concave) ? Curvature.Convex : 0);

    private static Interval Range(Expr formula, Interval range) => IntervalEvaluator.Evaluate(formula, range);
}
