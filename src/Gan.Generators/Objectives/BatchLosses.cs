using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Objectives;

/// <summary>
/// Losses φ(t; s₁…sₖ) of a logit and of statistics of the batches. The gradient goes through the statistics in reverse: with Aₖ the derivative of the whole loss in sₖ, the
/// logit xᵢ of its batch gets Aₖ (∂sₖ/∂eᵢ) e′(xᵢ), and a statistic sⱼ within its element Aₖ Σᵢ (∂sₖ/∂eᵢ) ∂eᵢ/∂sⱼ.
/// </summary>
internal static class BatchLosses
{
    // No name in a formula has a space.
    private static readonly Parameter s_logit = new("a logit");

    /// <summary>Whether a loss is more than a function of one logit: what is known of such functions is not known of it.</summary>
    public static bool IsOfBatch(Expr formula) => formula.Has(static node => node.HasStatistic || node is Call { Function: Detach });

    /// <summary>Whether a gradient is stopped somewhere in a formula, or in its statistics.</summary>
    public static bool Detaches(Expr formula) => formula.Has(static node => node is Call { Function: Detach }) || formula.Statistics().Any(static statistic => Detaches(statistic.Element));

    public static bool AreIn(LossFormulas losses) => IsOfBatch(losses.Real) || IsOfBatch(losses.Fake) || IsOfBatch(losses.Generator);

    /// <summary>Whether a loss reads the batch of real logits, which G's then is given too.</summary>
    public static bool ReadsReal(Expr formula) => StatisticsOf(formula).Any(static statistic => statistic.Side == BatchSide.Real);

    /// <summary>The statistics that formulas need, each once, and those within its element before it.</summary>
    public static IReadOnlyList<Statistic> StatisticsOf(params Expr[] formulas)
    {
        var ordered = new List<Statistic>();
        foreach (var formula in formulas) Add(formula);
        return ordered;

        void Add(Expr formula)
        {
            foreach (var statistic in formula.Statistics())
            {
                if (ordered.Contains(statistic)) continue;
                Add(statistic.Element);
                ordered.Add(statistic);
            }
        }
    }

    /// <summary>The derivative of a formula in one of its statistics, for a given logit.</summary>
    public static Expr SlopeIn(Expr formula, Statistic statistic)
    {
        var inStatistic = formula.ReplaceLogit(s_logit).ReplaceStatistics(other => other.Equals(statistic) ? Expr.T : other);
        var slope = Derivative.Of(Simplifier.Simplify(inStatistic));
        return Simplifier.Simplify(slope.Substitute(statistic, new Dictionary<string, Expr> { [s_logit.Name] = Expr.T }));
    }

    /// <summary>The derivatives of a formula in the statistics that it reads, where they are not 0.</summary>
    public static IEnumerable<(Statistic Statistic, Expr Slope)> SlopesOf(Expr formula)
        => formula.Statistics().Select(statistic => (statistic, SlopeIn(formula, statistic))).Where(static slope => slope.Item2 is not Constant { Value: 0 });

    /// <summary>A formula with the elements of its statistics in their stable form, so that equal ones are one.</summary>
    public static Expr Stable(Expr formula, IReadOnlyDictionary<string, Interval>? ranges)
        => formula.ReplaceStatistics(statistic => statistic.Of(StableForm.Rewrite(Stable(statistic.Element, ranges), ranges)));

    /// <summary>Every formula of which code is written.</summary>
    public static IEnumerable<Expr> FormulasOf(LossFormulas losses)
    {
        if (!AreIn(losses)) return new[] { losses.Real, losses.Fake, losses.Generator, losses.GeneratorOfReal }.Distinct();
        Expr[] all = [losses.Real, losses.Fake, losses.Generator, .. StatisticsOf(losses.Real, losses.Fake, losses.Generator).Select(static statistic => statistic.Element)];
        return all.Concat(all.SelectMany(SlopesOf).Select(static slope => slope.Slope)).Distinct();
    }

    /// <summary>Whether the derivative of a loss reaches the logits of a side: through t, where the loss is of them, or through a statistic.</summary>
    public static bool Reaches(Expr loss, BatchSide ofLogits, BatchSide side)
        => (ofLogits == side && Derivative.Of(loss) is not Constant { Value: 0 }) || SlopesOf(loss).Any(slope => Reaches(slope.Statistic.Element, slope.Statistic.Side, side));
}
