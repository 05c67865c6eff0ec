using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>Which way a formula bends. A line bends both ways.</summary>
[Flags]
internal enum Curvature
{
    Unknown = 0,
    Convex = 1,
    Concave = 2,
    Line = Convex | Concave,
}

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
        var x = call.Argument;
        if (call.Function == Functions.Max) return Curvature.Convex & Of(x, range, steps) & Of(call.Arguments[1], range, steps);
        if (call.Function == Functions.Min) return Curvature.Concave & Of(x, range, steps) & Of(call.Arguments[1], range, steps);
        var values = Range(x, range);
        var (shape, direction) = Shape(call, values, range);
        var inner = Of(x, range, steps);
        if (shape != Curvature.Unknown) steps?.Add(new(shape, inner == Curvature.Line ? 0 : direction, call.WithChildren(new(call.Arguments.Skip(1).Prepend(Expr.T))), values));
        // A line within keeps the shape; else the function has to be monotone.
        return inner == Curvature.Line ? shape
            : direction == 0 ? Curvature.Unknown
            : shape & (direction > 0 ? inner : Flip(inner));
    }

    /// <summary>How the function bends over the values its argument takes, and whether it rises (1), falls (−1) or neither (0) there.</summary>
    private static (Curvature Shape, int Direction) Shape(Call call, Interval x, Interval range) => call.Function.Name switch
    {
        "softplus" or "exp" or "expm1" or "relu" => (Curvature.Convex, 1),
        "logsigmoid" or "log" or "log1p" or "sqrt" => (Curvature.Concave, 1),
        "abs" or "square" => (Curvature.Convex, Side(x)),
        "sigmoid" or "tanh" => (x.IsNotPositive ? Curvature.Convex : x.IsNotNegative ? Curvature.Concave : Curvature.Unknown, 1),
        "leaky_relu" or "elu" => (!call.Arguments[1].HasLogit && WithinUnit(Range(call.Arguments[1], range)) ? Curvature.Convex : Curvature.Unknown, 1),
        "pow" when call.Arguments[1] is Constant { Value: var p } => Power(p, x),
        _ => (Curvature.Unknown, 0),
    };

    private static (Curvature, int) Power(double p, Interval x) => p switch
    {
        >= 2 when p % 2 == 0 => (Curvature.Convex, Side(x)),
        >= 1 when x.IsNotNegative => (Curvature.Convex, 1),
        >= 0 when x.IsNotNegative => (Curvature.Concave, 1),
        < 0 when x.IsPositive => (Curvature.Convex, -1),
        >= 3 when p % 2 == 1 && x.IsNotPositive => (Curvature.Concave, 1),
        _ => (Curvature.Unknown, 0),
    };

    private static bool WithinUnit(Interval slope) => slope.Low >= 0 && slope.High <= 1 && !slope.IsPartial;

    private static int Side(Interval x) => x.IsNotNegative ? 1 : x.IsNotPositive ? -1 : 0;

    private static Curvature Flip(Curvature c) =>
        (c.HasFlag(Curvature.Convex) ? Curvature.Concave : 0) | (c.HasFlag(Curvature.Concave) ? Curvature.Convex : 0);

    private static Interval Range(Expr formula, Interval range) => IntervalEvaluator.Evaluate(formula, range);
}
