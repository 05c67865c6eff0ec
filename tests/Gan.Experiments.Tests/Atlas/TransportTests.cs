using CsCheck;
using Gan.Experiments.Atlas.Transport;

namespace Gan.Experiments.Tests.Atlas;

[Collection(MeasuredCatalogueGroup.Name)]
public sealed class TransportTests(MeasuredCatalogue catalogue)
{
    /// <summary>A plan and potentials that are both feasible and have one value are both optimal: no search is trusted.</summary>
    [Fact]
    public void A_plan_is_proved_optimal_by_its_dual() => Gen.Select(Gen.Double[0.01, 1].Array[1, 7], Gen.Double[0.01, 1].Array[1, 7], Gen.Int[0, 1000]).Sample(static (p, q, seed) =>
    {
        var random = new Random(seed);
        var costs = p.Select(_ => q.Select(_ => random.NextDouble() * 5).ToArray()).ToArray();
        (p, q) = (Shares(p), Shares(q));
        var plan = OptimalPlan.Of(p, q, (i, j) => costs[i][j]);
        Assert.All(plan.Plan.SelectMany(static row => row), static share => Assert.True(share >= 0));
        for (var i = 0; i < p.Length; i++)
            Assert.Equal(p[i], plan.Plan[i].Sum(), 1e-12);
        for (var j = 0; j < q.Length; j++)
            Assert.Equal(q[j], plan.Plan.Sum(row => row[j]), 1e-12);
        for (var i = 0; i < p.Length; i++)
        {
            for (var j = 0; j < q.Length; j++)
                Assert.True(plan.RowPotentials[i] + plan.ColumnPotentials[j] <= costs[i][j] + 1e-12);
        }

        Assert.Equal(plan.Cost, p.Zip(plan.RowPotentials, static (a, b) => a * b).Sum() + q.Zip(plan.ColumnPotentials, static (a, b) => a * b).Sum(), 1e-10);
    }, iter: 200);

    /// <summary>A solver that shares nothing with the atlas finds the same least cost.</summary>
    [HighsFact]
    public void HiGHS_finds_the_same_cost()
    {
        Gen.Select(Gen.Double[0.01, 1].Array[1, 7], Gen.Double[0.01, 1].Array[1, 7], Gen.Int[0, 1000]).Sample(static (p, q, seed) =>
        {
            var random = new Random(seed);
            var costs = p.Select(_ => q.Select(_ => random.NextDouble() * 5).ToArray()).ToArray();
            (p, q) = (Shares(p), Shares(q));
            Assert.Equal(Highs.Transport(p, q, (i, j) => costs[i][j]), OptimalPlan.Of(p, q, (i, j) => costs[i][j]).Cost, 1e-9);
        }, iter: 200);
        Assert.All(catalogue.Result.Transport.Plans.Where(static plan => plan.Sorted is not null), static plan => Assert.Equal(Highs.Transport(plan.P, plan.Q, static (i, j) => Math.Abs(i - j)), plan.Cost, 1e-9));
    }

    /// <summary>Equal shares are an assignment: the best of all permutations.</summary>
    [Fact]
    public void Equal_shares_are_the_best_permutation()
    {
        double[][] costs = [[4, 1, 3, 7], [2, 0, 5, 3], [3, 2, 2, 8], [1, 6, 4, 2]];
        double[] quarter = [0.25, 0.25, 0.25, 0.25];
        var best = Permutations([0, 1, 2, 3]).Min(order => order.Select((j, i) => costs[i][j] / 4).Sum());
        Assert.Equal(best, OptimalPlan.Of(quarter, quarter, (i, j) => costs[i][j]).Cost, 1e-12);
    }

    [Fact]
    public void On_a_line_sorted_samples_are_the_plan()
    {
        Assert.Equal(3, WassersteinDistance.OfSamples([0, 5, 2], [3, 8, 5]), 1e-12);
        Assert.Equal(1, WassersteinDistance.OfWeights([0, 1, 3], [0.5, 0.25, 0.25], [0, 0.5, 0.5]), 1e-12);
        var plans = catalogue.Result.Transport.Plans;
        Assert.Equal(3, plans.Count);
        Assert.All(plans, static plan => Assert.Equal(plan.Cost, plan.Dual, 1e-12));
        Assert.All(plans.Where(static plan => plan.Sorted is not null), static plan => Assert.Equal(plan.Sorted!.Value, plan.Cost, 1e-12));
        Assert.Equal(3, plans[0].Cost, 1e-12);
        // The best critic of slope 1: its values on a line differ by no more than their places.
        Assert.All(plans.Where(static plan => plan.Sorted is not null), static plan => Assert.All(plan.Critic.Zip(plan.Critic.Skip(1)), static pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 1 + 1e-12)));
    }

    /// <summary>No critic says more than the distance times its slope. One with clipped weights has next to no slope (Gulrajani et al. 2017, arXiv 1704.00028).</summary>
    [Fact]
    public void Trained_critics_fall_short()
    {
        var transport = catalogue.Result.Transport;
        Assert.Equal(["weights clipped to 0.01", "gradient penalty, weight 10", "spectral normalisation"], transport.Critics.Select(static critic => critic.Limit));
        Assert.All(transport.Critics, critic => Assert.InRange(critic.Normalised, 0.3 * transport.Distance, 1.01 * transport.Distance));
        Assert.True(transport.Critics[0].Slope < 0.05);
        Assert.InRange(transport.Critics[1].Slope, 0.8, 1.5);
        Assert.InRange(transport.Critics[2].Slope, 0.5, 1.05);
    }

    /// <summary>Whatever runs beside them, critics draw the same numbers.</summary>
    [Fact]
    public void The_seed_makes_the_critics()
    {
        var alone = Gan.Experiments.Atlas.AtlasMeasure.Of([new Runtime.Dragan()]).Transport;
        Assert.Equal(catalogue.Result.Transport.Critics.SelectMany(static critic => critic.Values), alone.Critics.SelectMany(static critic => critic.Values));
    }

    private static double[] Shares(double[] weights) => [.. weights.Select(weight => weight / weights.Sum())];

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length == 0 ? [[]] : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
