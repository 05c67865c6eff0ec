namespace Gan.Generators.Oracle;

internal sealed partial class BallEvaluator
{
    // Exponentials of more are beyond reach.
    private const int MaxMagnitude = 28;

    // Higher powers go by way of the logarithm.
    private const int MaxPower = 100;

    private Ball? OfCall(string function, Ball[] arguments)
    {
        var x = arguments[0];
        if (arguments.Any(static argument => argument.IsUnknown)) return Ball.Unknown;
        return function switch
        {
            "softplus" => Log1p(Exp(x)),
            "logsigmoid" => -Log1p(Exp(-x)),
            "sigmoid" => Ball.Divide(Whole(1), Whole(1) + Exp(-x)),
            "exp" => Exp(x),
            "expm1" => Expm1(x),
            "log" => Log(x),
            "log1p" => Log1p(x),
            "sqrt" => Sqrt(x),
            "square" => x * x,
            "pow" => Pow(x, arguments[1]),
            "tanh" => Ball.Divide(Expm1(x + x), Expm1(x + x) + Whole(2)),
            "sin" => Periodic(x, BigReal.Sin),
            "cos" => Periodic(x, BigReal.Cos),
            "relu" => Greater(x, Whole(0)),
            "leaky_relu" => SideOf(x) is { } side ? side > 0 ? x : arguments[1] * x : Ball.Unknown,
            "elu" => SideOf(x) is { } side ? side > 0 ? x : arguments[1] * Expm1(x) : Ball.Unknown,
            "max" => Greater(x, arguments[1]),
            "min" => -Greater(-x, -arguments[1]),
            "abs" => Greater(x, -x),
            "sign" => SideOf(x) is { } side ? Whole(side) : Ball.Unknown,
            _ => throw new InvalidOperationException($"The function '{function}' is not defined here."),
        };
    }

    /// <summary>It is off by no more than its operands are, whichever is the greater.</summary>
    private Ball Greater(Ball x, Ball y)
    {
        SideOf(x - y);
        return new((x - y).Middle.Sign > 0 ? x.Middle : y.Middle, Math.Max(x.Error, y.Error));
    }

    private Ball Exp(Ball x)
    {
        if (x.IsUnknown || x.Error > -1 || x.Middle.Magnitude > MaxMagnitude) return Ball.Unknown;
        var value = BigReal.Exp(x.Middle.With(bits));
        return IsZero(x) ? Whole(1) : Ball.Approximately(value, Ball.Times(x.Error, value.Magnitude + 1), 1);
    }

    private Ball Expm1(Ball x)
    {
        if (x.IsUnknown || x.Error > -1 || x.Middle.Magnitude > MaxMagnitude) return Ball.Unknown;
        var value = BigReal.Expm1(x.Middle.With(bits));
        return IsZero(x) ? x : Ball.Approximately(value, Ball.Times(x.Error, Math.Max(value.Magnitude, 0) + 2), 1);
    }

    private Ball? Log(Ball x)
    {
        if (x.Sign is not { } sign) return Ball.Unknown;
        if (sign <= 0) return null;
        if (IsZero(x - Whole(1))) return Whole(0);
        return Ball.Approximately(BigReal.Log(x.Middle.With(bits)), Ball.Times(x.Error, 2 - x.Middle.Magnitude), 1);
    }

    private Ball? Log1p(Ball x)
    {
        var argument = Whole(1) + x;
        if (argument.Sign is not { } sign) return Ball.Unknown;
        if (sign <= 0) return null;
        if (IsZero(x)) return x;
        return Ball.Approximately(BigReal.Log1p(x.Middle.With(bits)), Ball.Times(x.Error, 2 - argument.Middle.Magnitude), 1);
    }

    private static Ball? Sqrt(Ball x)
    {
        if (IsZero(x)) return x;
        if (x.Sign is not { } sign) return Ball.Unknown;
        // The slope is 1/(2√x), and √x at least a quarter of its own power of two.
        return sign < 0 ? null : BigReal.Sqrt(x.Middle) is var root ? Ball.Of(root, Ball.Times(x.Error, 1 - root.Magnitude)) : null;
    }

    private Ball Periodic(Ball x, Func<BigReal, BigReal> function)
    {
        if (x.Middle.Magnitude > MaxMagnitude) return Ball.Unknown;
        var value = function(x.Middle.With(bits));
        return IsZero(x) ? Ball.Of(value) : Ball.Approximately(value, x.Error, 1);
    }

    private Ball? Pow(Ball x, Ball exponent)
    {
        var power = exponent.Middle.ToDouble();
        var isWhole = exponent.IsExact && power == Math.Floor(power);
        if (isWhole && Math.Abs(power) <= MaxPower)
        {
            var product = Enumerable.Repeat(x, (int)Math.Abs(power)).Aggregate(Whole(1), static (all, factor) => all * factor);
            return power < 0 ? Ball.Divide(Whole(1), product) : product;
        }

        if (x.Sign is not { } sign || (sign < 0 && (isWhole || !exponent.IsExact)) || (sign == 0 && exponent.Sign is null)) return Ball.Unknown;
        if (sign == 0) return exponent.Sign > 0 ? x : null;
        return sign > 0 && Log(x) is { } logarithm ? Exp(exponent * logarithm) : null;
    }

    private static bool IsZero(Ball x) => x is { IsExact: true, Middle.Sign: 0 };
}
