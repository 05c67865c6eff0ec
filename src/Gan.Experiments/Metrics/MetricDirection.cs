namespace Gan.Experiments;

/// <summary>Which values of a metric are better.</summary>
public enum MetricDirection
{
    /// <summary>Low ones.</summary>
    LowerIsBetter,

    /// <summary>High ones.</summary>
    HigherIsBetter,
}
