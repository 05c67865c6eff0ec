namespace Gan.Experiments.Reports;

/// <summary>Which metrics of runs can be compared, and which is the best.</summary>
internal static class MetricComparison
{
    /// <summary>Whether the metrics of all runs that have some are of equal data, features and numbers of samples. Other numbers cannot be compared.</summary>
    public static bool IsPossible(IEnumerable<RunRecord> runs) =>
        runs.Where(static run => run.Metrics.Count > 0)
            .Select(static run => (run.Data, run.DataCount, run.MetricFeatures, run.MetricSamples)).Distinct().Count() <= 1;

    /// <summary>The value of a run's metric; null where it has none.</summary>
    public static double? ValueOf(RunRecord run, string name) => run.Metrics.FirstOrDefault(metric => metric.Name == name)?.Value;

    /// <summary>The best value of a metric, which equals share. Null where no direction is better, where there are not two numbers, or where they cannot be compared.</summary>
    public static double? Best(RunMetric metric, IEnumerable<RunRecord> runs)
    {
        var measured = runs.Where(run => ValueOf(run, metric.Name) is { } value && !double.IsNaN(value)).ToArray();
        if (measured.Length < 2 || !IsPossible(measured))
            return null;
        var values = measured.Select(run => ValueOf(run, metric.Name));
        return metric.Direction switch
        {
            MetricDirection.LowerIsBetter => values.Min(),
            MetricDirection.HigherIsBetter => values.Max(),
            _ => null,
        };
    }
}
