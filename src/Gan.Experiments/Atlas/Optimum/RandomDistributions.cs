using Gan.Experiments.Data.Memory;

namespace Gan.Experiments.Atlas.Optimum;

/// <summary>Pairs of distributions over a few outcomes, the same ones each time, one pair after the other: what is computed of each outcome is computed of all pairs at once.</summary>
internal static class RandomDistributions
{
    public const int Outcomes = 8, Pairs = 5;

    /// <summary>The shares of real samples.</summary>
    public static double[] P { get; } = Draw(0);

    /// <summary>The shares of generated ones.</summary>
    public static double[] Q { get; } = Draw(1);

    /// <summary>The sum over the outcomes of each pair.</summary>
    public static double[] Sums(IEnumerable<double> terms) => [.. terms.Chunk(Outcomes).Select(static pair => pair.Sum())];

    // Uniform over all distributions: of each pair the first one or the second.
    private static double[] Draw(int side)
    {
        var shares = new double[Pairs * Outcomes];
        for (var pair = 0; pair < Pairs; pair++)
        {
            var random = new CounterRandom(pair, 0);
            for (var skipped = 0; skipped < side * Outcomes; skipped++)
                random.Uniform();
            var one = shares.AsSpan(pair * Outcomes, Outcomes);
            var sum = 0.0;
            foreach (ref var weight in one)
                sum += weight = -Math.Log(1 - random.Uniform()) + 1e-3;
            foreach (ref var weight in one)
                weight /= sum;
        }

        return shares;
    }
}
