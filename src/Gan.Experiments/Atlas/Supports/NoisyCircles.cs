using System.Runtime.CompilerServices;
using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Supports;

/// <summary>Two thin manifolds in the plane: real samples on the circle of radius 1, generated ones on that of radius 1 + d. All there is depends on the radius alone.</summary>
internal sealed class NoisyCircles : INoisySupport
{
    /// <summary>The radius of the real samples.</summary>
    public const double Radius = 1;

    private const double Tails = 6;
    private const int Intervals = 161, Directions = 128;
    private static readonly double[] s_cosines = [.. Enumerable.Range(0, Directions).Select(static k => Math.Cos(2 * Math.PI * k / Directions))];

    public NoisyPlace[] Places(double d, double sigma) =>
        // A ring has the more room the farther out it lies.
        NoisyPoints.Scaled([.. LogitGrid.Even(Math.Max(0, Radius - (Tails * sigma)), Radius + d + (Tails * sigma), Intervals).Select(r => Times(r, At(r, d, sigma)))]);

    public NoisyPlace At(double x, double d, double sigma)
    {
        var ((real, _), (fake, slope)) = (Density(x, Radius, sigma), Density(x, Radius + d, sigma));
        return new(x - Radius - (d / 2), real, fake, slope);
    }

    private static NoisyPlace Times(double r, NoisyPlace place) => place with { Real = r * place.Real, Fake = r * place.Fake, FakeSlope = r * place.FakeSlope };

    // The mean of the noise's density over the points of a circle, for a place at the distance r from its centre, and its derivative in the circle's radius.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Density, double Slope) Density(double r, double radius, double sigma)
    {
        var (density, slope, variance) = (0.0, 0.0, sigma * sigma);
        foreach (var cosine in s_cosines)
        {
            var near = Math.Exp(-((r * r) + (radius * radius) - (2 * r * radius * cosine)) / (2 * variance)) / Directions;
            density += near;
            slope += near * ((r * cosine) - radius) / variance;
        }

        return (density, slope);
    }
}
