using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Verdicts;

/// <summary>Whether a loss lies below each of its chords.</summary>
internal static class MeasuredConvexity
{
    private const double Reach = 24, Rounding = 1e-12;
    private const int Intervals = 960;
    private static readonly double[] s_widths = [0.05, 0.5, 3];
    private static readonly double[] s_near = [.. Enumerable.Range(1, 30).Select(static k => Math.Pow(2, -k))];

    /// <param name="loss">The loss.</param>
    /// <param name="lowest">The lowest logit it has.</param>
    /// <param name="witness">Where it is said not to be convex, to be looked at closely; null where nothing is said.</param>
    /// <returns>False where a chord lies below the loss; null where it has no values.</returns>
    public static bool? Of(Func<double[], double[]> loss, double lowest, double? witness)
    {
        var grid = LogitGrid.Even(Math.Max(-Reach, lowest), Reach, Intervals);
        if (s_widths.Any(width => BendsDown(loss, grid, width, lowest)) || (witness is { } at && s_near.Any(width => BendsDown(loss, [at - width, at, at + width], width, lowest))))
            return false;
        return loss(grid).Any(double.IsNaN) ? null : true;
    }

    private static bool BendsDown(Func<double[], double[]> loss, double[] centres, double width, double lowest)
    {
        double[] inside = [.. centres.Where(t => t - width >= lowest)];
        var (before, at, after) = (loss([.. inside.Select(t => t - width)]), loss(inside), loss([.. inside.Select(t => t + width)]));
        for (var i = 0; i < inside.Length; i++)
        {
            var scale = Math.Max(Math.Abs(before[i]), Math.Max(Math.Abs(at[i]), Math.Abs(after[i])));
            if (double.IsFinite(scale) && before[i] + after[i] - (2 * at[i]) < -Rounding * Math.Max(scale, width))
                return true;
        }

        return false;
    }
}
