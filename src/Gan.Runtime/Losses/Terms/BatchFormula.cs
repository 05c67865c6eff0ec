using System.ComponentModel;
using Gan.Runtime.Losses.Terms;

namespace Gan.Runtime;

/// <summary>Represents a formula φ(t; s) of a logit t and statistics s of the batches, and its derivatives in the statistics. Generated code creates it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchFormula
{
    private readonly Func<StatisticValue[], LogitLoss> formula;
    private readonly (int Statistic, Func<StatisticValue[], LogitLoss> Slope)[] slopes;

    /// <summary>Initialises a new instance of the <see cref="BatchFormula"/> class.</summary>
    /// <param name="formula">Creates φ for given values of the statistics.</param>
    /// <param name="slopes">The derivatives ∂φ/∂sₖ that are not 0, each with k, the index of the statistic.</param>
    /// <exception cref="ArgumentException">The formula, the slopes or one of them are null, or an index is negative.</exception>
    public BatchFormula(Func<StatisticValue[], LogitLoss> formula, params (int Statistic, Func<StatisticValue[], LogitLoss> Slope)[] slopes)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(slopes);
        if (Array.Exists(slopes, static slope => slope.Statistic < 0 || slope.Slope is null))
            throw new ArgumentException("A slope needs a formula and the index of a statistic, from 0.", nameof(slopes));
        (this.formula, this.slopes) = (formula, slopes);
    }

    /// <summary>φ(t) = t.</summary>
    internal static readonly BatchFormula Logit = new(static _ => LogitLoss.Of(default(LogitItself)));

    /// <summary>Whether it is the logit itself.</summary>
    internal bool IsLogit => ReferenceEquals(this, Logit);

    /// <summary>φ for given values of the statistics.</summary>
    internal LogitLoss At(StatisticValue[] statistics) => formula(statistics);

    /// <summary>∂φ/∂sₖ for given values, each with k.</summary>
    internal IEnumerable<(int Statistic, LogitLoss Slope)> SlopesAt(StatisticValue[] statistics) => slopes.Select(slope => (slope.Statistic, slope.Slope(statistics)));
}
