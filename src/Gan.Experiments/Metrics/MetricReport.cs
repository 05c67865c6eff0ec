namespace Gan.Experiments;

/// <summary>The metrics of a generator.</summary>
public sealed class MetricReport
{
    internal MetricReport(string data, string features, int samples, IReadOnlyList<Metric> metrics) => (Data, Features, Samples, Metrics) = (data, features, samples, metrics);

    /// <summary>The name of the data set.</summary>
    public string Data { get; }

    /// <summary>The name of the features. Numbers of other features are not comparable.</summary>
    public string Features { get; }

    /// <summary>The number of real and of generated samples. Fréchet distances at other numbers are not comparable.</summary>
    public int Samples { get; }

    /// <summary>The metrics, always in the same order.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>The value of a metric.</summary>
    /// <param name="name">Its name: one of the constants of <see cref="MetricNames"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">The report has no such metric; the message names those it has.</exception>
    public double this[string name] => Metrics.FirstOrDefault(metric => metric.Name == name)?.Value
        ?? throw new KeyNotFoundException($"There is no metric {name} for {Data}: the metrics are {string.Join(", ", Metrics.Select(metric => metric.Name))}.");
}
