using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Supports;

/// <summary>All real samples at 0, all generated ones at d.</summary>
internal sealed class NoisyPoints : INoisySupport
{
    private const double Tails = 6;
    // An odd number, so that a step of D* in the middle lies between two places.
    private const int Intervals = 161;

    public NoisyPlace[] Places(double d, double sigma) => Scaled([.. LogitGrid.Even(-Tails * sigma, d + (Tails * sigma), Intervals).Select(x => At(x, d, sigma))]);

    public NoisyPlace At(double x, double d, double sigma)
    {
        var fake = Math.Exp(-(x - d) * (x - d) / (2 * sigma * sigma));
        return new(x - (d / 2), Math.Exp(-x * x / (2 * sigma * sigma)), fake, fake * (x - d) / (sigma * sigma));
    }

    /// <summary>Both densities over their sums.</summary>
    public static NoisyPlace[] Scaled(NoisyPlace[] places)
    {
        var (real, fake) = (places.Sum(static place => place.Real), places.Sum(static place => place.Fake));
        return [.. places.Select(place => place with { Real = place.Real / real, Fake = place.Fake / fake, FakeSlope = place.FakeSlope / fake })];
    }
}
