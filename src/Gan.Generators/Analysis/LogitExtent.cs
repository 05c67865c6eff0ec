using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Analysis;

/// <summary>The logits for which something was proved, as people are told of them.</summary>
internal readonly record struct LogitExtent(double Low, double High)
{
    private const double Farthest = 1e12;
    private const double Precision = 1e-9;

    /// <summary>The widest range around a logit for which a statement holds, to a few digits.</summary>
    public static LogitExtent Around(double t, Func<Interval, bool> holds)
        => new(
            holds(Interval.AtMost(t)) ? double.NegativeInfinity : -End(-t, to => holds(Interval.Of(-to, t))),
            holds(Interval.AtLeast(t)) ? double.PositiveInfinity : End(t, to => holds(Interval.Of(t, to))));

    /// <summary>"for t &lt; 0".</summary>
    public override string ToString() => (double.IsInfinity(Low), double.IsInfinity(High)) switch
    {
        (true, true) => "for every t",
        (true, _) => $"for t < {Text(High)}",
        (_, true) => $"for t > {Text(Low)}",
        _ => $"for {Text(Low)} < t < {Text(High)}",
    };

    /// <summary>The greatest number up to which it holds.</summary>
    private static double End(double from, Func<double, bool> holds)
    {
        var (low, step) = (from, 1.0 / 1024);
        while (step < Farthest && holds(low + step)) (low, step) = (low + step, 2 * step);
        for (var high = low + step; high - low > Precision * Math.Max(Precision, Math.Abs(high));)
        {
            var middle = low + ((high - low) / 2);
            if (holds(middle)) low = middle;
            else high = middle;
        }

        return low;
    }

    private static string Text(double bound) => Numbers.Text(double.Parse((Math.Round(bound, 12) + 0.0).ToString("G6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture));
}
