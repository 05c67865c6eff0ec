namespace Gan.Generators.Formulas.BigFloats;

/// <summary>All numbers within 2^Error of the middle: a value that is known so far. Known as ball arithmetic.</summary>
/// <param name="Middle">The value, rounded.</param>
/// <param name="Error">The power of two by which it is off at most.</param>
internal readonly record struct Ball(BigReal Middle, int Error)
{
    /// <summary>Off by nothing.</summary>
    public const int Exact = int.MinValue;

    /// <summary>Nothing is known of the value: it takes more bits, or it is beyond reach.</summary>
    public static readonly Ball Unknown = new(0, int.MaxValue);

    // Far below where the exponents of a product overflow.
    private const int MaxMagnitude = 1 << 28;

    public bool IsExact => Error == Exact;

    public bool IsUnknown => Error == int.MaxValue;

    /// <summary>The sign of every number in the ball; null where there are several.</summary>
    public int? Sign => IsExact || (Middle.Sign != 0 && Error < Middle.Magnitude - 1) ? Middle.Sign : null;

    public static Ball Of(BigReal exact) => new(exact, Exact);

    /// <summary>The result of an operation that rounds, or not.</summary>
    /// <param name="inherited">What the errors of its operands make of the result's.</param>
    public static Ball Of(BigReal result, int inherited) => result.IsRounded ? Approximately(result, inherited, 0) : Bounded(result, inherited);

    /// <summary>The result of a function that is off by some last bits.</summary>
    /// <param name="ulps">The power of two of last bits.</param>
    public static Ball Approximately(BigReal result, int inherited, int ulps)
        => result.Sign == 0 ? Bounded(result, inherited) : Bounded(result, Plus(inherited, result.Magnitude - result.Bits + ulps));

    public static Ball operator -(Ball x) => x with { Middle = -x.Middle };

    public static Ball operator +(Ball a, Ball b) => a.IsUnknown || b.IsUnknown ? Unknown : Of(a.Middle + b.Middle, Plus(a.Error, b.Error));

    public static Ball operator -(Ball a, Ball b) => a + -b;

    public static Ball operator *(Ball a, Ball b)
    {
        if (a.IsUnknown || b.IsUnknown) return Unknown;
        var both = a.IsExact || b.IsExact ? Exact : a.Error + b.Error;
        return Of(a.Middle * b.Middle, Plus(Plus(Times(a.Error, b.Middle.Magnitude), Times(b.Error, a.Middle.Magnitude)), both));
    }

    /// <summary>The quotient; null where the divisor is zero.</summary>
    public static Ball? Divide(Ball a, Ball b)
    {
        if (b is { IsExact: true, Sign: 0 }) return null;
        if (a.IsUnknown || b.IsUnknown || b.Sign is null) return Unknown;
        // Every number in the divisor is at least a quarter of 2^Magnitude.
        var quotient = a.Middle / b.Middle;
        return Of(quotient, Times(Plus(a.Error, Times(b.Error, quotient.Magnitude)), 2 - b.Middle.Magnitude));
    }

    /// <summary>Times a power of two.</summary>
    public Ball Scaled(int power) => IsUnknown ? this : new(Middle.Scaled(power), Times(Error, power));

    /// <summary>The same middle, off by as much more as another value may be in size.</summary>
    public Ball Widened(Ball by) => IsUnknown || by.IsUnknown ? Unknown : Bounded(Middle, Plus(Error, Plus(by.Middle.Magnitude, by.Error)));

    /// <summary>The power of two above a sum of two errors.</summary>
    public static int Plus(int a, int b) => a == Exact ? b : b == Exact ? a : Math.Max(a, b) + 1;

    /// <summary>The error of something times a number of this magnitude.</summary>
    public static int Times(int error, int magnitude) => error == Exact || magnitude == int.MinValue ? Exact : error + magnitude;

    private static Ball Bounded(BigReal middle, int error)
        => error > MaxMagnitude || middle.Magnitude > MaxMagnitude || (middle.Sign != 0 && middle.Magnitude < -MaxMagnitude) ? Unknown : new(middle, error);
}
