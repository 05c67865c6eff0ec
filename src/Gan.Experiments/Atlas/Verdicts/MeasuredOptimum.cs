using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Verdicts;

/// <summary>Whether the best D tells the logarithm of p/q.</summary>
internal static class MeasuredOptimum
{
    private const double Same = 1e-5, Other = 1e-3;

    public static bool? IsLogarithm(BestLogits best)
    {
        var logarithms = LogitGrid.Even(-4, 4, 16);
        var logits = best.Of([.. logarithms.Select(static v => 1 / (1 + Math.Exp(-v)))], [.. logarithms.Select(static v => 1 / (1 + Math.Exp(v)))]).Logits;
        var error = logits.Zip(logarithms, static (t, v) => Math.Abs(t - v)).Max();
        return error < Same ? true : error > Other ? false : null;
    }
}
