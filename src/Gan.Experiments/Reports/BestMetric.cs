namespace Gan.Experiments;

/// <summary>The best of several runs' values of a metric.</summary>
internal static class BestMetric
{
    /// <summary>The best of at least two numbers, of which NaN is none; null: there are fewer. Equals are equally good.</summary>
    public static double? Of(IEnumerable<double?> values, bool lowerIsBetter)
    {
        var numbers = values.OfType<double>().Where(static value => !double.IsNaN(value)).ToArray();
        return numbers.Length < 2 ? null : lowerIsBetter ? numbers.Min() : numbers.Max();
    }
}
