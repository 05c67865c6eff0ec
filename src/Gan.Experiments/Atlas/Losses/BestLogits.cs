using System.Runtime.CompilerServices;

namespace Gan.Experiments.Atlas.Losses;

/// <summary>What the best D returns where real samples have the density p and fake ones q: the t for which p·Real(t) + q·Fake(t) is least, found by looking at numbers alone.</summary>
/// <remarks>A wide grid finds the lowest place, and bisection of the slope the best logit there; it is as good at a kink as anywhere.</remarks>
internal sealed class BestLogits
{
    private const int Bisections = 60;
    private const double Rounding = 1e-14;

    private readonly EmittedLosses _losses;
    private readonly double[] _grid, _real, _fake;

    public BestLogits(EmittedLosses losses)
    {
        _losses = losses;
        _grid = LogitGrid.Wide(losses.Lowest);
        (_real, _fake) = (losses.Real(_grid), losses.Fake(_grid));
    }

    /// <summary>The best logits, and what they cost.</summary>
    /// <param name="real">p of each place, not negative.</param>
    /// <param name="fake">q of each place, not negative.</param>
    public (double[] Logits, double[] Losses) Of(double[] real, double[] fake)
    {
        var places = real.Select((p, i) => Lowest(p, fake[i])).ToArray();
        var low = places.Select(k => _grid[Math.Max(k - 1, 0)]).ToArray();
        var high = places.Select(k => _grid[Math.Min(k + 1, _grid.Length - 1)]).ToArray();
        for (var step = 0; step < Bisections; step++)
        {
            var middle = low.Zip(high, static (a, b) => a + ((b - a) / 2)).ToArray();
            var (ofReal, ofFake) = _losses.DiscriminatorSlopes(middle);
            for (var i = 0; i < middle.Length; i++)
            {
                var slope = Weighted(real[i], ofReal[i]) + Weighted(fake[i], ofFake[i]);
                // Where all is flat, to the end that is nearer to 0.
                if (slope < 0 || (slope == 0 && middle[i] < 0)) low[i] = middle[i];
                else high[i] = middle[i];
            }
        }

        // What is flat, or bends down between, is as low at the place itself.
        var (cost, costOfPlace) = (CostOf(high, real, fake), places.Select((k, i) => Cost(real[i], fake[i], k)).ToArray());
        for (var i = 0; i < high.Length; i++)
        {
            if (!(cost[i] <= costOfPlace[i] + (Rounding * Math.Max(1, Math.Abs(costOfPlace[i])))))
                (high[i], cost[i]) = (_grid[places[i]], costOfPlace[i]);
        }

        return (high, cost);
    }

    /// <summary>The best logit of one place.</summary>
    public double Of(double real, double fake) => Of([real], [fake]).Logits[0];

    /// <summary>p·Real(t) + q·Fake(t) of each.</summary>
    public double[] CostOf(double[] logits, double[] real, double[] fake)
    {
        var (ofReal, ofFake) = (_losses.Real(logits), _losses.Fake(logits));
        return [.. logits.Select((_, i) => Weighted(real[i], ofReal[i]) + Weighted(fake[i], ofFake[i]))];
    }

    // Called for each place before the runtime would see that it is worth optimising.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Lowest(double p, double q)
    {
        var (place, least) = (0, double.PositiveInfinity);
        for (var k = 0; k < _grid.Length; k++)
        {
            var cost = Cost(p, q, k);
            // Of equals the one nearest to 0.
            if (cost < least || (cost == least && Math.Abs(_grid[k]) < Math.Abs(_grid[place])))
                (place, least) = (k, cost);
        }

        return place;
    }

    private double Cost(double p, double q, int place) => Weighted(p, _real[place]) + Weighted(q, _fake[place]);

    // What is not there costs nothing, even where its loss overflows.
    private static double Weighted(double weight, double value) => weight == 0 ? 0 : weight * value;
}
