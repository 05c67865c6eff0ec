using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Analysis;

/// <summary>A half of the line, or all of it, on which a loss has no gradient at all.</summary>
internal static class FlatTail
{
    private static readonly double[] s_starts = [0.001, 1, 8, 64];

    /// <summary>Whether the slope is 0 wherever there is one.</summary>
    public static bool IsEverywhere(Curve loss) => IsFlat(loss, loss.Range) || (loss.IsUnderstood && loss.Pieces.All(static p => !p.Formula.HasLogit));

    /// <summary>The logits up to the tail's end for which the slope is 0; null where it is proved of none.</summary>
    public static LogitExtent? Of(Curve loss, Tail tail)
    {
        foreach (var start in s_starts)
        {
            if (!IsFlat(loss, tail.From(start))) continue;
            // Where one side of a kink is flat, autograd's slope at the kink may belong to the other.
            return LogitExtent.Around((int)tail * start, logits => IsFlat(loss, logits));
        }

        return null;
    }

    private static bool IsFlat(Curve loss, Interval logits)
        => logits.Intersect(loss.Range) is { IsEmpty: false } within && IntervalEvaluator.Evaluate(loss.Slope, within) is { IsPoint: true, Low: 0, IsPartial: false };
}
