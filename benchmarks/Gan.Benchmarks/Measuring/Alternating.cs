namespace Gan.Benchmarks;

/// <summary>Measures several pieces of work in turn, a sample of each a round: a machine that speeds up or slows down meanwhile does so for all.</summary>
internal static class Alternating
{
    /// <summary>The median sample of each.</summary>
    /// <param name="works">The pieces of work.</param>
    /// <param name="rounds">How often each is asked.</param>
    public static double[] Medians(IReadOnlyList<ISampled> works, int rounds)
    {
        // What each does first (the JIT, first memory) must not fall into the others' first round.
        foreach (var work in works)
            work.Sample();
        var taken = works.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < works.Count; i++)
                taken[i][round] = works[i].Sample();
        }

        return Array.ConvertAll(taken, Median);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
