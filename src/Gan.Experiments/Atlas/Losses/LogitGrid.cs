namespace Gan.Experiments.Atlas.Losses;

/// <summary>The logits at which losses are looked at.</summary>
internal static class LogitGrid
{
    /// <summary>How far from 0 the best logit is looked for.</summary>
    public const double Farthest = 1e4;

    private const int Half = 400;

    // sinh(Half·Step)·Near is Farthest.
    private const double Near = 2.5, Step = 0.0224658;

    /// <summary>Evenly spaced, both ends included.</summary>
    public static double[] Even(double from, double to, int intervals) => [.. Enumerable.Range(0, intervals + 1).Select(i => from + ((to - from) * i / intervals))];

    /// <summary>Dense around 0, and out to <see cref="Farthest"/> on both sides, or from the lowest logit on.</summary>
    public static double[] Wide(double lowest) =>
        [.. Enumerable.Range(-Half, (2 * Half) + 1).Select(static k => Math.Abs(k) == Half ? Math.Sign(k) * Farthest : Near * Math.Sinh(Step * k)).Where(t => t >= lowest)];
}
