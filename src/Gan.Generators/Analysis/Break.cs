using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Analysis;

/// <summary>A number at which a formula bends: the zero of a line, as an exact ratio.</summary>
internal readonly struct Break : IComparable<Break>
{
    private readonly Dyadic _numerator;
    private readonly Dyadic _denominator;

    private Break(Dyadic numerator, Dyadic denominator) => (_numerator, _denominator) = (numerator, denominator);

    /// <summary>Where a line that is not level crosses zero.</summary>
    public static Break ZeroOf(Polynomial line) => line.Slope.Sign > 0 ? new(-line.Offset, line.Slope) : new(line.Offset, -line.Slope);

    public static Break At(double value) => new(Dyadic.Of(value), Dyadic.One);

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

    public int CompareTo(Break other) => (_numerator * other._denominator).CompareTo(other._numerator * _denominator);
}
