using Gan.Generators.Expressions;

namespace Gan.Generators.Tests.Expressions;

/// <summary>The value of a formula in 512 bits, by the textbook definitions; null where it is undefined or beyond reach.</summary>
internal static class BigEvaluator
{
    // Numbers outside 2^±100000 are given up: their exponentials would not fit.
    private const int MaxMagnitude = 100_000;

    public static BigReal? Evaluate(Expr expression, double t, IReadOnlyDictionary<string, double> parameters)
    {
        var value = Value(expression, t, parameters);
        return value is { } v && v.Magnitude > MaxMagnitude ? null : value;
    }

    private static BigReal? Value(Expr expression, double t, IReadOnlyDictionary<string, double> parameters)
    {
        if (expression is Conditional c)
        {
            var difference = Evaluate(c.Left, t, parameters) - Evaluate(c.Right, t, parameters);
            return difference is { } d ? Evaluate(c.Comparison.Holds(d.Sign, 0) ? c.Then : c.Else, t, parameters) : null;
        }

        var children = new BigReal[expression.Children.Count];
        for (var i = 0; i < children.Length; i++)
        {
            if (Evaluate(expression.Children[i], t, parameters) is not { } child) return null;
            children[i] = child;
        }

        return expression switch
        {
            Constant constant => (BigReal)constant.Value,
            Logit => (BigReal)t,
            Parameter parameter => (BigReal)parameters[parameter.Name],
            Sum => children.Aggregate((a, b) => a + b),
            Product => children.Aggregate((a, b) => a * b),
            Quotient => children[1].Sign == 0 ? null : children[0] / children[1],
            Call call => Function(call.Function.Name, children),
            _ => throw new InvalidOperationException(),
        };
    }

    private static BigReal? Function(string name, BigReal[] arguments)
    {
        var x = arguments[0];
        return name switch
        {
            "softplus" => Log1p(Exp(x)),
            "logsigmoid" => -Log1p(Exp(-x)),
            "sigmoid" => 1 / (1 + Exp(-x)),
            "exp" => Exp(x),
            "expm1" => Expm1(x),
            "log" => Log(x),
            "log1p" => Log1p(x),
            "sqrt" => x.Sign < 0 ? null : BigReal.Sqrt(x),
            "square" => x * x,
            "pow" => Pow(x, arguments[1]),
            "tanh" => Expm1(2 * x) / (Expm1(2 * x) + 2),
            "sin" => x.Magnitude > 45 ? null : BigReal.Sin(x),
            "cos" => x.Magnitude > 45 ? null : BigReal.Cos(x),
            "relu" => x.Sign > 0 ? x : BigReal.Zero,
            "leaky_relu" => x.Sign > 0 ? x : arguments[1] * x,
            "elu" => x.Sign > 0 ? x : arguments[1] * Expm1(x),
            "max" => x > arguments[1] ? x : arguments[1],
            "min" => x < arguments[1] ? x : arguments[1],
            "abs" => BigReal.Abs(x),
            "sign" => (BigReal)x.Sign,
            _ => throw new InvalidOperationException(name),
        };
    }

    private static BigReal? Exp(BigReal? x) => x is { } v && v.Magnitude < 16 ? BigReal.Exp(v) : null;

    private static BigReal? Expm1(BigReal x) => x.Magnitude < 16 ? BigReal.Expm1(x) : null;

    private static BigReal? Log1p(BigReal? x) => x is { } v && (v + 1).Sign > 0 ? BigReal.Log1p(v) : null;

    private static BigReal? Log(BigReal? x) => x is { Sign: > 0 } v ? BigReal.Log(v) : null;

    private static BigReal? Pow(BigReal x, BigReal exponent)
    {
        var p = exponent.ToDouble();
        if ((exponent - p).Sign != 0) return null;
        if (p != Math.Floor(p) || Math.Abs(p) > 100) return x.Sign == 0 && p > 0 ? BigReal.Zero : Exp(exponent * Log(x));
        if (x.Sign == 0 && p < 0) return null;
        var result = BigReal.One;
        for (var i = 0; i < Math.Abs(p); i++) result *= x;
        return p < 0 ? 1 / result : result;
    }
}
