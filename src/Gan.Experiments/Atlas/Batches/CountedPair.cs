using Gan.Experiments.Atlas.Optimum;
using Gan.Experiments.Data.Memory;

namespace Gan.Experiments.Atlas.Batches;

/// <summary>Two distributions over a few outcomes, whose shares are whole numbers of samples of a batch.</summary>
/// <param name="Real">How many real samples each outcome has.</param>
/// <param name="Fake">How many generated ones.</param>
internal sealed record CountedPair(int[] Real, int[] Fake)
{
    private const int Outcomes = 8, Steps = 8;

    // Their differences are multiples of Steps, so that what lies between them is counted in whole samples too.
    private static readonly int[] s_few = [1, 1, 5, 10, 13, 9, 25], s_many = [25, 9, 13, 10, 5, 1, 1];

    /// <summary>Real samples of some distribution, and generated ones of its mirror image: p/q from 1/25 to 25.</summary>
    public static CountedPair Mirrored { get; } = new(s_many, s_few);

    /// <summary>From generated samples like the real ones, step by step, to those of the mirror image.</summary>
    public static IReadOnlyList<CountedPair> Way { get; } = [.. Enumerable.Range(0, Steps + 1).Select(static step => new CountedPair(s_many, [.. s_many.Zip(s_few, (many, few) => many + ((few - many) * step / Steps))]))];

    /// <summary>Pairs of random distributions, the same ones each time.</summary>
    public static IReadOnlyList<CountedPair> Random { get; } = [.. Enumerable.Range(0, 5).Select(static pair => new CountedPair(Drawn(pair, 0), Drawn(pair, 1)))];

    /// <summary>The shares of real samples.</summary>
    public double[] P => Array.ConvertAll(Real, static count => (double)count / BatchLevels.Samples);

    /// <summary>The shares of generated ones.</summary>
    public double[] Q => Array.ConvertAll(Fake, static count => (double)count / BatchLevels.Samples);

    /// <summary>KL(p ‖ (p + q)/2).</summary>
    public double ToTheMiddle => P.Zip(Q, static (p, q) => p * Math.Log(2 * p / (p + q))).Sum();

    /// <summary>−log Σ √(pq) (Bhattacharyya 1943), of which Rényi's divergence of the order ½ is a multiple.</summary>
    public double Bhattacharyya => -Math.Log(P.Zip(Q, static (p, q) => Math.Sqrt(p * q)).Sum());

    /// <summary>The divergence of the two.</summary>
    public double Of(KnownDivergence divergence) => P.Zip(Q, divergence.Term).Sum();

    // Each outcome has a sample at least.
    private static int[] Drawn(int pair, ulong side)
    {
        var random = new CounterRandom(pair, side);
        var counts = new int[Outcomes];
        Array.Fill(counts, 1);
        for (var left = BatchLevels.Samples - Outcomes; left > 0; left--)
            counts[(int)(Outcomes * random.Uniform() * random.Uniform())]++;
        return side == 0 ? counts : [.. counts.Reverse()];
    }
}
