using Gan.Experiments.Data.Memory;

namespace Gan.Experiments.Atlas.Optimum;

/// <summary>Pairs of distributions over a few outcomes, the same ones each time.</summary>
internal static class RandomDistributions
{
    public const int Outcomes = 8;

    private const int Pairs = 5;

    public static IReadOnlyList<(double[] P, double[] Q)> All { get; } = [.. Enumerable.Range(0, Pairs).Select(static seed =>
    {
        var random = new CounterRandom(seed, 0);
        return (Draw(ref random), Draw(ref random));
    })];

    // Uniform over all distributions.
    private static double[] Draw(ref CounterRandom random)
    {
        var weights = new double[Outcomes];
        for (var i = 0; i < Outcomes; i++)
            weights[i] = -Math.Log(1 - random.Uniform()) + 1e-3;
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
