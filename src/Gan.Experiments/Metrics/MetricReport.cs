namespace Gan.Experiments;

/// <summary>Represents the metrics of a generator.</summary>
public sealed class MetricReport
{
    internal MetricReport(string data, string features, int samples, IReadOnlyList<Metric> metrics) => (Data, Features, Samples, Metrics) = (data, features, samples, metrics);

    /// <summary>Gets the name of the data set.</summary>
    public string Data { get; }

    /// <summary>Gets the name of the features. Metrics of other features cannot be compared with these.</summary>
    public string Features { get; }

    /// <summary>Gets the number of real samples, and of generated samples, that were compared. Fréchet distances at other numbers cannot be compared with these.</summary>
    public int Samples { get; }

    /// <summary>Gets the metrics, always in the same order.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>Gets the value of a metric.</summary>
    /// <param name="name">The name of the metric, one of the constants of <see cref="MetricNames"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">The report does not have this metric. The message names the metrics that it has.</exception>
    public double this[string name] => Metrics.FirstOrDefault(metric => metric.Name == name)?.Value
        ?? throw new KeyNotFoundException($"There is no metric {name} for {Data}: the metrics are {string.Join(", ", Metrics.Select(metric => metric.Name))}.");
}
