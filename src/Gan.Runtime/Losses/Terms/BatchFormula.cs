using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>Represents a formula φ(t; s) of a logit t and statistics s of the batches, and its derivatives in the statistics. Generated code creates it.</summary>
/// <param name="formula">Creates φ for given values of the statistics.</param>
/// <param name="slopes">The derivatives ∂φ/∂sₖ that are not 0, each with k, the index of the statistic.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchFormula(Func<StatisticValue[], LogitLoss> formula, params (int Statistic, Func<StatisticValue[], LogitLoss> Slope)[] slopes)
{
    /// <summary>φ(t) = t.</summary>
    internal static readonly BatchFormula Logit = new(static _ => LogitLoss.Of(default(Losses.Terms.LogitItself)));

    /// <summary>Whether it is the logit itself.</summary>
    internal bool IsLogit => ReferenceEquals(this, Logit);

    /// <summary>φ for given values of the statistics.</summary>
    internal LogitLoss At(StatisticValue[] statistics) => formula(statistics);

    /// <summary>∂φ/∂sₖ for given values, each with k.</summary>
    internal IEnumerable<(int Statistic, LogitLoss Slope)> SlopesAt(StatisticValue[] statistics) => slopes.Select(slope => (slope.Statistic, slope.Slope(statistics)));
}
