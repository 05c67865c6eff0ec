namespace Gan.Experiments;

/// <summary>Represents the value of a metric.</summary>
/// <param name="Name">The name of the metric, in lower-case letters and underscores.</param>
/// <param name="Value">The value, which is never NaN. Only a class divergence can be infinite.</param>
/// <param name="Direction">Which values are better.</param>
public sealed record Metric(string Name, double Value, MetricDirection Direction);
