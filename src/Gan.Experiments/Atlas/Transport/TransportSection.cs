using Gan.Experiments.Data.Memory;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Transport;

/// <summary>Moving one distribution to another.</summary>
/// <param name="Plans">Small discrete cases with their optimal plans.</param>
/// <param name="Distance">W₁ between samples on a line, sorted.</param>
/// <param name="Critics">Critics trained on those samples, one for each way to limit a slope.</param>
internal sealed record TransportSection(IReadOnlyList<DiscretePlan> Plans, double Distance, IReadOnlyList<TrainedCritic> Critics)
{
    private const int Samples = 2048;

    /// <summary>The critics, none of them trained.</summary>
    public static CriticTrainings Untrained() => new(
    [
        new("weights clipped to 0.01", new Wasserstein(), IsClipped: true),
        new("gradient penalty, weight 10", new WassersteinGradientPenalty()),
        new("spectral normalisation", new Wasserstein(), IsSpectral: true),
    ], Drawn(0), Drawn(1));

    /// <summary>The whole section.</summary>
    /// <param name="critics">Critics, of which those that draw are trained.</param>
    public static TransportSection Of(CriticTrainings critics) => new(
        [
            DiscretePlan.OnLine("Two heaps, one of them moved by 3", [0.05, 0.25, 0.4, 0.25, 0.05, 0, 0, 0], [0, 0, 0, 0.05, 0.25, 0.4, 0.25, 0.05]),
            DiscretePlan.OnLine("One heap that is to be two", [0, 0, 0.2, 0.3, 0.3, 0.2, 0, 0], [0.3, 0.2, 0, 0, 0, 0, 0.2, 0.3]),
            DiscretePlan.InPlane("Eight points of a ring to four of a square"),
        ], WassersteinDistance.OfSamples(Drawn(0), Drawn(1)), critics.TrainOthers());

    // Two modes at ±1.5 on the real side, one in the middle of the other.
    private static double[] Drawn(int side)
    {
        var random = new CounterRandom(7, (ulong)side);
        var samples = new double[Samples];
        for (var i = 0; i < Samples; i++)
            samples[i] = side == 0 ? (i % 2 == 0 ? 1.5 : -1.5) + (0.3 * random.Normals().X) : 0.5 + (0.5 * random.Normals().X);
        return samples;
    }
}

/// <summary>A plan between two discrete distributions.</summary>
/// <param name="Name">What is moved.</param>
/// <param name="P">The shares of the rows.</param>
/// <param name="Q">Those of the columns.</param>
/// <param name="Plan">γ.</param>
/// <param name="Cost">Its cost, W₁.</param>
/// <param name="Dual">The value of the dual programme: the same, or γ is not optimal.</param>
/// <param name="Critic">What the best critic of slope 1 returns at the rows.</param>
/// <param name="Sorted">W₁ by the distribution functions, where the places are on a line.</param>
internal sealed record DiscretePlan(string Name, double[] P, double[] Q, double[][] Plan, double Cost, double Dual, double[] Critic, double? Sorted)
{
    public static DiscretePlan OnLine(string name, double[] p, double[] q) =>
        Of(name, p, q, static (i, j) => Math.Abs(i - j), WassersteinDistance.OfWeights([.. p.Select(static (_, i) => (double)i)], p, q));

    public static DiscretePlan InPlane(string name)
    {
        var ring = GaussianMixture.Ring();
        (double X, double Y)[] square = [(1, 1), (-1, 1), (-1, -1), (1, -1)];
        return Of(name, [.. ring.Select(static _ => 0.125)], [.. square.Select(static _ => 0.25)], (i, j) => double.Hypot(ring[i].X - square[j].X, ring[i].Y - square[j].Y), null);
    }

    private static DiscretePlan Of(string name, double[] p, double[] q, Func<int, int, double> cost, double? sorted)
    {
        var plan = OptimalPlan.Of(p, q, cost);
        var dual = p.Zip(plan.RowPotentials, static (share, u) => share * u).Sum() + q.Zip(plan.ColumnPotentials, static (share, v) => share * v).Sum();
        return new(name, p, q, plan.Plan, plan.Cost, dual, plan.RowPotentials, sorted);
    }
}
