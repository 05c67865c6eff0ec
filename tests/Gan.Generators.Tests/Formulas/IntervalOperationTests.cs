using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Tests.Formulas;

/// <summary>Operations on all small intervals, against the values that their numbers give: each bound, and whether it is attained.</summary>
public sealed class IntervalOperationTests
{
    private static readonly double[] s_ends = [-2, -1, 0, 1];

    private static readonly Interval[] s_small =
    [
        .. from low in s_ends
           from high in s_ends
           from open in new[] { (false, false), (false, true), (true, false), (true, true) }
           let interval = Interval.Of(low, high, open.Item1, open.Item2)
           where !interval.IsEmpty
           select interval,
    ];

    [Fact]
    public void Of_one_interval()
    {
        foreach (var x in s_small)
        {
            Matches(-x, Values(x).Select(static v => -v), $"-{x}");
            Matches(IntervalMath.Abs(x), Values(x).Select(Math.Abs), $"|{x}|");
            Matches(IntervalMath.Square(x), Values(x).Select(static v => v * v), $"{x}²");
            Matches(IntervalMath.Sign(x), Values(x).Select(static v => (double)Math.Sign(v)), $"sign of {x}");
            Matches(IntervalMath.Relu(x), Values(x).Select(static v => Math.Max(v, 0)), $"relu of {x}");
            Matches(IntervalMath.Pow(x, Interval.Point(3)), Values(x).Select(static v => v * v * v), $"{x}³");
            Matches(IntervalMath.Pow(x, Interval.Point(4)), Values(x).Select(static v => v * v * v * v), $"{x}⁴");
            Assert.True(x.Contains(x.Middle), $"{x.Middle} of {x}");
            foreach (var v in s_ends) Assert.Equal(Values(x).Any(value => value == v), x.Contains(v));
            Assert.Equal((Values(x).All(static v => v > 0), Values(x).All(static v => v < 0)), (x.IsPositive, x.IsNegative));
            Assert.Equal((Values(x).All(static v => v >= 0), Values(x).All(static v => v <= 0)), (x.IsNotNegative, x.IsNotPositive));
        }
    }

    [Fact]
    public void Of_two_intervals()
    {
        foreach (var x in s_small)
        {
            foreach (var y in s_small)
            {
                Matches(x + y, Both(x, y, static (a, b) => a + b), $"{x} + {y}");
                Matches(x - y, Both(x, y, static (a, b) => a - b), $"{x} - {y}");
                Matches(IntervalMath.Multiply(x, y), Both(x, y, static (a, b) => a * b), $"{x} · {y}");
                Matches(IntervalMath.Max(x, y), Both(x, y, Math.Max), $"max of {x} and {y}");
                Matches(IntervalMath.Min(x, y), Both(x, y, Math.Min), $"min of {x} and {y}");
                Matches(x.Union(y), Values(x).Concat(Values(y)), $"{x} ∪ {y}");
                var shared = x.Intersect(y);
                Assert.Equal(Values(x).Any(y.Contains) || Values(y).Any(x.Contains), !shared.IsEmpty);
                if (!shared.IsEmpty) Matches(shared, Values(x).Where(y.Contains).Concat(Values(y).Where(x.Contains)), $"{x} ∩ {y}");
            }
        }
    }

    /// <summary>1/x is undefined at 0 alone, and grows without bound beside it.</summary>
    [Fact]
    public void Of_a_reciprocal()
    {
        foreach (var x in s_small)
        {
            var found = IntervalMath.Reciprocal(x);
            Assert.Equal(x.Contains(0), found.IsPartial);
            if (x is { IsPoint: true, Low: 0 }) Assert.True(found.IsEmpty);
            else if (x is { Low: < 0, High: > 0 }) Assert.Equal(Interval.All.Partial(), found);
            else if (x is { Low: < 0, High: < 0 } or { Low: > 0 }) Matches(found, Values(x).Select(static v => 1 / v), $"1 / {x}");
            else Assert.Equal((x.High == 0 ? double.NegativeInfinity : 1 / x.High, x.Low == 0 ? double.PositiveInfinity : 1 / x.Low), (found.Low, found.High), new Close());
        }
    }

    [Fact]
    public void What_is_partial_stays_so_and_nothing_comes_of_nothing()
    {
        var unit = Interval.Of(0.5, 1);
        Func<Interval, Interval, Interval>[] operations = [static (a, b) => a + b, static (a, b) => a - b, IntervalMath.Multiply, IntervalMath.Divide, IntervalMath.Max, IntervalMath.Min, IntervalMath.Pow];
        foreach (var operation in operations)
        {
            Assert.False(operation(unit, unit).IsPartial);
            Assert.True(operation(unit.Partial(), unit).IsPartial);
            Assert.True(operation(unit, unit.Partial()).IsPartial);
            Assert.Equal((true, false), (operation(unit, Interval.Empty).IsEmpty, operation(unit, Interval.Empty).IsPartial));
            Assert.Equal((true, false), (operation(Interval.Empty, unit).IsEmpty, operation(Interval.Empty, unit).IsPartial));
            Assert.Equal((true, true), (operation(unit, Interval.Undefined).IsEmpty, operation(Interval.Undefined, unit).IsPartial));
        }

        Func<Interval, Interval>[] functions =
        [
            static a => -a, IntervalMath.Abs, IntervalMath.Square, IntervalMath.Sign, IntervalMath.Reciprocal, IntervalMath.Exp, IntervalMath.Expm1, IntervalMath.Log, IntervalMath.Log1p, IntervalMath.Sqrt,
            IntervalMath.Softplus, IntervalMath.Sigmoid, IntervalMath.Tanh, IntervalMath.Relu, IntervalMath.Sin, IntervalMath.Cos,
        ];
        foreach (var function in functions)
        {
            Assert.False(function(unit).IsPartial);
            Assert.True(function(unit.Partial()).IsPartial);
            Assert.Equal((true, false), (function(Interval.Empty).IsEmpty, function(Interval.Empty).IsPartial));
        }
    }

    private static IEnumerable<double> Both(Interval x, Interval y, Func<double, double, double> f) => Values(x).SelectMany(a => Values(y, 1.7), f);

    /// <summary>Numbers of an interval: its ends where they are in it, numbers right beside them, and whole ones.</summary>
    private static IEnumerable<double> Values(Interval x, double scale = 1)
    {
        var near = scale * 1e-9;
        return new[] { x.Low, x.Low + near, x.Low + (x.Width / 2), x.High - near, x.High, -2, -1, 0, 1 }.Where(x.Contains);
    }

    private static void Matches(Interval found, IEnumerable<double> values, string what)
    {
        var all = values.ToList();
        var (low, high) = (Math.Round(all.Min(), 6), Math.Round(all.Max(), 6));
        Assert.True(found.Low <= low && found.Low > low - 1e-12 && found.High >= high && found.High < high + 1e-12, $"{what} is {found}, not from {low} to {high}");
        if (found.Low == low) Assert.True(found.LowOpen != all.Contains(low), $"{what} is {found}: is {low} a value?");
        if (found.High == high) Assert.True(found.HighOpen != all.Contains(high), $"{what} is {found}: is {high} a value?");
    }

    private sealed class Close : IEqualityComparer<(double Low, double High)>
    {
        public bool Equals((double Low, double High) x, (double Low, double High) y) => IsClose(x.Low, y.Low) && IsClose(x.High, y.High);

        public int GetHashCode((double Low, double High) pair) => 0;

        private static bool IsClose(double a, double b) => a == b || Math.Abs(a - b) < 1e-12;
    }
}
