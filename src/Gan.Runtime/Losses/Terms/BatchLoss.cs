using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>Represents a statistic of one batch, of a formula e(t; s) of each logit t and of earlier statistics s. Generated code creates it.</summary>
/// <param name="kind">The statistic.</param>
/// <param name="side">The batch.</param>
/// <param name="element">The formula e, or <see langword="null"/> for the logit itself.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchStatistic(StatisticKind kind, BatchSide side, BatchFormula? element = null)
{
    internal StatisticKind Kind => kind;

    internal BatchSide Side => side;

    internal BatchFormula Element { get; } = element ?? BatchFormula.Logit;
}

/// <summary>Represents the loss of a player as functions of single logits and of statistics of the batches. Generated code creates it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchLoss
{
    /// <summary>Gets or sets the statistics, each after those that its formula reads.</summary>
    public IReadOnlyList<BatchStatistic> Statistics { get; init; } = [];

    /// <summary>Gets or sets the loss of a real logit, or <see langword="null"/> if the player's loss has none.</summary>
    public BatchFormula? Real { get; init; }

    /// <summary>Gets or sets the loss of a fake logit.</summary>
    public required BatchFormula Fake { get; init; }

    /// <summary>Each loss of a logit, with the index of its side where there are so many.</summary>
    internal IEnumerable<(BatchFormula Formula, int Side)> FormulasOf(int sides) => Real is null ? [(Fake, sides - 1)] : [(Real, 0), (Fake, 1)];

    /// <summary>The index of the side that a statistic is of, where there are so many.</summary>
    internal int IndexOf(int statistic, int sides) => Statistics[statistic].Side == BatchSide.Real ? 0 : sides - 1;
}
