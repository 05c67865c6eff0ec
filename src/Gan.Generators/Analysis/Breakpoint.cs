using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Analysis;

/// <summary>A breakpoint of a piecewise formula, at which one piece ends and the next begins: the zero of a line, as an exact ratio.</summary>
internal readonly struct Breakpoint : IComparable<Breakpoint>
{
    private readonly Dyadic _numerator;
    private readonly Dyadic _denominator;

    private Breakpoint(Dyadic numerator, Dyadic denominator) => (_numerator, _denominator) = (numerator, denominator);

    /// <summary>Where a line that is not level crosses zero.</summary>
    public static Breakpoint ZeroOf(Polynomial line) => line.Slope.Sign > 0 ? new(-line.Offset, line.Slope) : new(line.Offset, -line.Slope);

    public static Breakpoint At(double value) => new(Dyadic.Of(value), Dyadic.One);

    /// <summary>The number itself where it is a double, else the two doubles around it.</summary>
    public Interval Enclosure
    {
        get
        {
            var quotient = IntervalMath.Divide(_numerator.ToInterval(), _denominator.ToInterval());
            foreach (var candidate in new[] { _numerator.ToDouble() / _denominator.ToDouble(), quotient.Low, quotient.High })
            {
                if ((Dyadic.Of(candidate) * _denominator).Equals(_numerator)) return Interval.Point(candidate);
            }

            return quotient;
        }
    }

    public int CompareTo(Breakpoint other) => (_numerator * other._denominator).CompareTo(other._numerator * _denominator);
}
