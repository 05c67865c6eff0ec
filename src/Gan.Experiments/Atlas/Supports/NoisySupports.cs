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
        var points = distances.Select(d => At(d, sigma, strips)).ToArray();
        return new(name, sigma, distances, [.. points.Select(static point => point.Divergence)], [.. points.Select(static point => point.Pull)]);
    }

    private (double Divergence, double Pull) At(double d, double sigma, (double Real, double Fake)[] strips)
    {
        var x = LogitGrid.Even(-Tails * sigma, d + (Tails * sigma), Places);
        var (ofReal, ofFake) = (Normal(x, 0, sigma), Normal(x, d, sigma));
        double[] p = [.. strips.SelectMany(strip => ofReal.Select(weight => weight * strip.Real))], q = [.. strips.SelectMany(strip => ofFake.Select(weight => weight * strip.Fake))];
        double[] places = [.. strips.SelectMany(_ => x)];
        double[] logits = isCritic ? [.. places.Select(at => losses.Direction * ((d / 2) - at))] : best.Of(p, q).Logits;
        var loss = best.CostOf(logits, p, q).Sum();
        // The derivative in d of the mean of Generator(D*) over q, D* as it is: that of q's density is q·(x − d)/σ².
        var pull = losses.Generator(logits).Select((loss, i) => q[i] == 0 ? 0 : q[i] * loss * (places[i] - d) / (sigma * sigma)).Sum();
        return (blind - loss, pull);
    }

    private static double[] Normal(double[] x, double mean, double sigma)
    {
        double[] densities = [.. x.Select(at => Math.Exp(-(at - mean) * (at - mean) / (2 * sigma * sigma)))];
        var sum = densities.Sum();
        return [.. densities.Select(density => density / sum)];
    }
}
