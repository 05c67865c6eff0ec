using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Supports;

/// <summary>Two points, or two segments, with Gaussian noise on both: sums over a fine grid.</summary>
/// <remarks>Instance noise: Sønderby et al. 2016 (arXiv 1610.04490); Arjovsky and Bottou 2017 (arXiv 1701.04862).</remarks>
/// <param name="losses">The losses.</param>
/// <param name="best">The best answers.</param>
/// <param name="blind">L_D of a D that cannot tell.</param>
/// <param name="isCritic">Whether no answer is best, so that D is the best one of slope 1: between two such distributions, a straight line.</param>
internal sealed class NoisySupports(EmittedLosses losses, BestLogits best, double blind, bool isCritic)
{
    private const double Tails = 6;
    // An odd number, so that a step of D* in the middle lies between two places.
    private const int Places = 161, Across = 16;

    /// <summary>Two points.</summary>
    public SupportCurve Points(double[] distances, double sigma) => Curve(FormattableString.Invariant($"σ = {sigma}"), distances, sigma, [(1, 1)]);

    /// <summary>Two parallel segments of length 1: what lies along them is the same of both.</summary>
    public SupportCurve Segments(double[] distances, double sigma)
    {
        var strips = LogitGrid.Even(-0.5 - (Tails * sigma), 0.5 + (Tails * sigma), Across);
        var weights = strips.Select(y => Along(y, sigma)).ToArray();
        var sum = weights.Sum();
        return Curve(FormattableString.Invariant($"segments, σ = {sigma}"), distances, sigma, [.. weights.Select(weight => (weight / sum, weight / sum))]);
    }

    // The share of a segment that lies near a place beside it, as a sum over its points.
    private static double Along(double y, double sigma) => LogitGrid.Even(-0.5, 0.5, 20).Sum(at => Math.Exp(-(y - at) * (y - at) / (2 * sigma * sigma)));

    private SupportCurve Curve(string name, double[] distances, double sigma, (double Real, double Fake)[] strips)
    {
        // The places of all distances together: one search for all best answers.
        Place[] places = [.. distances.SelectMany(d => At(d, sigma, strips))];
        double[] p = [.. places.Select(static place => place.Real)], q = [.. places.Select(static place => place.Fake)];
        var (logits, cost) = isCritic ? Line(places, p, q) : best.Of(p, q);
        // The derivative in d of the mean of Generator(D*) over q, D* as it is: that of q's density is q·(x − d)/σ².
        double[] pull = [.. losses.Generator(logits).Select((loss, i) => q[i] == 0 ? 0 : q[i] * loss * places[i].FromFake / (sigma * sigma))];
        var size = places.Length / distances.Length;
        return new(name, sigma, distances, [.. cost.Chunk(size).Select(part => blind - part.Sum())], [.. pull.Chunk(size).Select(static part => part.Sum())]);
    }

    private (double[] Logits, double[] Losses) Line(Place[] places, double[] p, double[] q)
    {
        double[] logits = [.. places.Select(place => -losses.Direction * (place.FromReal + place.FromFake) / 2)];
        return (logits, best.CostOf(logits, p, q));
    }

    private static IEnumerable<Place> At(double d, double sigma, (double Real, double Fake)[] strips)
    {
        var x = LogitGrid.Even(-Tails * sigma, d + (Tails * sigma), Places);
        var (ofReal, ofFake) = (Normal(x, 0, sigma), Normal(x, d, sigma));
        return strips.SelectMany(strip => x.Select((at, i) => new Place(at, at - d, ofReal[i] * strip.Real, ofFake[i] * strip.Fake)));
    }

    // How far it is from both points, and the shares of both that lie there.
    private readonly record struct Place(double FromReal, double FromFake, double Real, double Fake);

    private static double[] Normal(double[] x, double mean, double sigma)
    {
        double[] densities = [.. x.Select(at => Math.Exp(-(at - mean) * (at - mean) / (2 * sigma * sigma)))];
        var sum = densities.Sum();
        return [.. densities.Select(density => density / sum)];
    }
}
