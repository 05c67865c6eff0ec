namespace Gan.Experiments;

/// <summary>A measured number.</summary>
/// <param name="Name">Its name, in small letters and underscores.</param>
/// <param name="Value">The value. Only a class divergence may be infinite; none is NaN.</param>
/// <param name="Direction">Which values are better.</param>
public sealed record Metric(string Name, double Value, MetricDirection Direction);
