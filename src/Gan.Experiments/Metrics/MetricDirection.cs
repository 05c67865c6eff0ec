namespace Gan.Experiments;

/// <summary>Specifies which values of a metric are better.</summary>
public enum MetricDirection
{
    /// <summary>Neither high nor low values are better, as for the standard error of another metric.</summary>
    None,

    /// <summary>Low values are better.</summary>
    LowerIsBetter,

    /// <summary>High values are better.</summary>
    HigherIsBetter,
}
