namespace Gan.Generators.Formulas.BigFloats;

/// <summary>Elementary functions of balls, as far as so many bits tell. Null where there is no value.</summary>
/// <param name="bits">How many bits to compute with.</param>
internal sealed class BallMath(int bits)
{
    // Exponentials of more are beyond reach.
    private const int MaxMagnitude = 28;

    // Higher powers go by way of the logarithm.
    private const int MaxPower = 100;

    /// <summary>Whether some part bends or jumps here, or may: its slope is a matter of convention.</summary>
    public bool MetKink { get; private set; }

    public Ball Whole(int value) => Ball.Of(BigReal.Of(value, bits));

    /// <summary>On which side of zero it is that decides between two formulas; null where that cannot be told.</summary>
    public int? SideOf(Ball decider)
    {
        var side = decider.Sign;
        MetKink |= side is null or 0;
        return side;
    }

    /// <summary>It is off by no more than its operands are, whichever is the greater.</summary>
    public Ball Greater(Ball x, Ball y)
    {
        SideOf(x - y);
        return new((x - y).Middle.Sign > 0 ? x.Middle : y.Middle, Math.Max(x.Error, y.Error));
    }

    public Ball Exp(Ball x)
    {
        if (x.IsUnknown || x.Error > -1 || x.Middle.Magnitude > MaxMagnitude) return Ball.Unknown;
        var value = BigReal.Exp(x.Middle.With(bits));
        return IsZero(x) ? Whole(1) : Ball.Approximately(value, Ball.Times(x.Error, value.Magnitude + 1), 1);
    }

    public Ball Expm1(Ball x)
    {
        if (x.IsUnknown || x.Error > -1 || x.Middle.Magnitude > MaxMagnitude) return Ball.Unknown;
        var value = BigReal.Expm1(x.Middle.With(bits));
        return IsZero(x) ? x : Ball.Approximately(value, Ball.Times(x.Error, Math.Max(value.Magnitude, 0) + 2), 1);
    }

    public Ball? Log(Ball x)
    {
        if (x.Sign is not { } sign) return Ball.Unknown;
        if (sign <= 0) return null;
        if (IsZero(x - Whole(1))) return Whole(0);
        return Ball.Approximately(BigReal.Log(x.Middle.With(bits)), Ball.Times(x.Error, 2 - x.Middle.Magnitude), 1);
    }

    public Ball? Log1p(Ball x)
    {
        var argument = Whole(1) + x;
        if (argument.Sign is not { } sign) return Ball.Unknown;
        if (sign <= 0) return null;
        if (IsZero(x)) return x;
        return Ball.Approximately(BigReal.Log1p(x.Middle.With(bits)), Ball.Times(x.Error, 2 - argument.Middle.Magnitude), 1);
    }

    public static Ball? Sqrt(Ball x)
    {
        if (IsZero(x)) return x;
        if (x.Sign is not { } sign) return Ball.Unknown;
        // The slope is 1/(2√x), and √x at least a quarter of its own power of two.
        return sign < 0 ? null : BigReal.Sqrt(x.Middle) is var root ? Ball.Of(root, Ball.Times(x.Error, 1 - root.Magnitude)) : null;
    }

    public Ball Sin(Ball x) => Periodic(x, BigReal.Sin);

    public Ball Cos(Ball x) => Periodic(x, BigReal.Cos);

    public Ball? Pow(Ball x, Ball exponent)
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

    private Ball Periodic(Ball x, Func<BigReal, BigReal> function)
    {
        if (x.Middle.Magnitude > MaxMagnitude) return Ball.Unknown;
        var value = function(x.Middle.With(bits));
        return IsZero(x) ? Ball.Of(value) : Ball.Approximately(value, x.Error, 1);
    }

    private static bool IsZero(Ball x) => x is { IsExact: true, Middle.Sign: 0 };
}
