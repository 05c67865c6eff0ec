namespace Gan.Experiments;

/// <summary>Which values of a metric are better.</summary>
public enum MetricDirection
{
    /// <summary>Neither: it says how well another is known.</summary>
    None,

    /// <summary>Low ones.</summary>
    LowerIsBetter,

    /// <summary>High ones.</summary>
    HigherIsBetter,
}
