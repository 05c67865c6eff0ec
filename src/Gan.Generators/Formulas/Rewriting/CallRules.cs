using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>Identities of single functions.</summary>
internal static class CallRules
{
    public static Expr Apply(Call call)
    {
        if (call.Arguments.All(a => a is Constant) && Fold(call) is { } value) return value;
        var x = call.Argument;
        return call.Function.Name switch
        {
            "softplus" when x is Constant { Value: 0 } => Functions.Log.Of(2),
            "logsigmoid" => ScalarMultiple.Negated(Functions.Softplus.Of(ScalarMultiple.Negated(x))),
            _ when call.Function.Parity is not 0 and var parity && IsNegative(x) => Mirrored(call.Function, ScalarMultiple.Negated(x), parity),
            "square" => Square(call),
            "abs" => Abs(call),
            "exp" when x is Call { Function.Name: "log1p" } log => SumRules.Apply(new([Expr.One, log.Argument])),
            "exp" when ScalarMultiple.Of(x) is { Coefficient: -1, Rest: Call { Function.Name: "softplus" } softplus } => Functions.Sigmoid.Of(ScalarMultiple.Negated(softplus.Argument)),
            "log" when x is Constant { Value: > 0 and < 1 } c && QuotientRules.IsShort(1 / c.Value) => ScalarMultiple.Negated(Functions.Log.Of(1 / c.Value)),
            "log" when x is Call { Function.Name: "exp" } exp => exp.Argument,
            "log1p" when x is Call { Function.Name: "expm1" } exp => exp.Argument,
            "pow" => Power(call),
            "sqrt" when x is Call { Function.Name: "exp" } exp => Functions.Exp.Of(ProductRules.Apply(new([0.5, exp.Argument]))),
            "sqrt" when x is Call { Function.Name: "square" } square => Functions.Abs.Of(square.Argument),
            "max" or "min" => Extreme(call),
            "relu" when IsNeverNegative(x) => x,
            "leaky_relu" when call.Arguments[1] is Constant { Value: 0 } => Functions.Relu.Of(x),
            "leaky_relu" when call.Arguments[1] is Constant { Value: 1 } => x,
            _ => call,
        };
    }

    private static Expr Mirrored(Function function, Expr x, int parity) => Apply(new Call(function, new([x]))) is var mirrored && parity < 0 ? ScalarMultiple.Negated(mirrored) : mirrored;

    internal static bool IsNegative(Expr e) => Signs.IsNegative(e is Sum sum ? sum.Terms[0] : e);

    /// <summary>The value, where it is a short number: log(2) stays as it is.</summary>
    private static Expr? Fold(Call call)
    {
        var value = call.Evaluate(0);
        return !double.IsNaN(value) && !double.IsInfinity(value) && QuotientRules.IsShort(value) ? value : null;
    }

    private static Expr Square(Call call) => call.Argument switch
    {
        Call { Function.Name: "abs" } abs => Functions.Square.Of(abs.Argument),
        Call { Function.Name: "exp" } exp => Functions.Exp.Of(ProductRules.Apply(new([2, exp.Argument]))),
        Product { Factors: var f } when f[0] is Constant c =>
            ProductRules.Apply(new([c.Value * c.Value, Functions.Square.Of(ScalarMultiple.Of(call.Argument).Rest)])),
        _ => call,
    };

    private static bool IsNeverNegative(Expr x) => x is Call { Arguments.Count: 1 } call && call.Function.Enclosure([Interval.All]).IsNotNegative;

    private static Expr Abs(Call call) => call.Argument switch
    {
        var inner when IsNeverNegative(inner) => inner,
        Product { Factors: var f } when f[0] is Constant c => ProductRules.Apply(new([c, Functions.Abs.Of(ScalarMultiple.Of(call.Argument).Rest)])),
        _ => call,
    };

    private static Expr Power(Call call)
    {
        var (x, exponent) = (call.Argument, call.Arguments[1]);
        return exponent switch
        {
            Constant { Value: 0 } => Expr.One,
            Constant { Value: 1 } => x,
            Constant { Value: 2 } => Apply(new Call(Functions.Square, new([x]))),
            Constant { Value: -1 } => QuotientRules.Apply(Expr.One, x),
            Constant { Value: 0.5 } => Apply(new Call(Functions.Sqrt, new([x]))),
            Constant c when IsNegative(x) && c.Value % 2 == 0 => Apply(new Call(Functions.Pow, new([ScalarMultiple.Negated(x), c]))),
            Constant c when IsNegative(x) && Math.Abs(c.Value % 2) == 1 => ScalarMultiple.Negated(Functions.Pow.Of(ScalarMultiple.Negated(x), c)),
            _ when x is Call { Function.Name: "exp" } exp => Functions.Exp.Of(ProductRules.Apply(new([exp.Argument, exponent]))),
            _ when x is Constant { Value: 1 } => Expr.One,
            _ => call,
        };
    }

    private static Expr Extreme(Call call)
    {
        var (a, b) = (call.Arguments[0], call.Arguments[1]);
        if (a.Equals(b)) return a;
        if (ExprOrder.Instance.Compare(a, b) < 0) (a, b) = (b, a);
        var isMax = call.Function == Functions.Max;
        // Numbers come last in the order, so that they are found in front here.
        if (isMax && a is Constant { Value: 0 }) return Apply(new Call(Functions.Relu, new([b])));
        if (!isMax && a is Constant { Value: 0 }) return ScalarMultiple.Negated(Apply(new Call(Functions.Relu, new([ScalarMultiple.Negated(b)]))));
        if (ScalarMultiple.Negated(a).Equals(b))
        {
            var abs = Apply(new Call(Functions.Abs, new([a])));
            return isMax ? abs : ScalarMultiple.Negated(abs);
        }

        return call.Function.Of(a, b);
    }
}
