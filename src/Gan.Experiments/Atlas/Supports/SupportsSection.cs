using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Supports;

/// <summary>What G learns where real and generated samples lie apart: all real samples at 0, all generated ones at the distance d.</summary>
/// <param name="Unlimited">The best D, whatever its slope: null where L_D has no minimum.</param>
/// <param name="Limited">The best D whose slope is 1 at most, a straight line between the two points.</param>
/// <param name="Noise">The best D, whatever its slope, where both have Gaussian noise; of a critic, the best one of slope 1. Of a coupled objective none.</param>
/// <param name="Circles">The same of two thin manifolds in the place of the points, circles of the radii 1 and 1 + d, with one of the noises.</param>
/// <param name="CirclesForce">At the distance 1: the force on a generated sample along the radius, by radius, outwards where it is positive.</param>
internal sealed record SupportsSection(SupportCurve? Unlimited, SupportCurve Limited, IReadOnlyList<SupportCurve> Noise, SupportCurve? Circles, IReadOnlyList<RadialForce> CirclesForce)
{
    /// <summary>The noise on the circles, and their distance where the force is shown.</summary>
    public const double CirclesNoise = 0.5, CirclesDistance = 1;

    private static readonly double[] s_noise = [0.25, 0.5, 1], s_radii = LogitGrid.Even(0.25, 3, 11);
    private const double Farthest = 4;

    /// <summary>The distances that curves have.</summary>
    public static double[] EvenDistances => [.. LogitGrid.Even(0, Farthest, Intervals).Skip(1)];

    private const int Intervals = 16;

    public static SupportsSection Of(EmittedLosses losses, BestLogits best, Landmarks landmarks)
    {
        var distances = EvenDistances;
        var outcomes = landmarks.Outcomes();
        var (blind, perfect) = (outcomes.Blind, outcomes.Perfect);
        var isUnbounded = double.IsNegativeInfinity(perfect.Discriminator);
        var unlimited = isUnbounded ? null : SupportCurve.WithoutLimit(distances, blind.Discriminator - perfect.Discriminator);
        var limited = LimitedDiscriminator.Of(losses, landmarks, distances);
        if (losses.Info.IsCoupled)
            return new(unlimited, limited, [], null, []);
        var noisy = new NoisySupports(losses, best, blind.Discriminator, !CanAnswer(best));
        var (points, circles) = (new NoisyPoints(), new NoisyCircles());
        var force = noisy.Force(circles, s_radii, CirclesDistance, CirclesNoise);
        return new(unlimited, limited,
            [.. s_noise.Select(sigma => noisy.Curve(FormattableString.Invariant($"σ = {sigma}"), points, distances, sigma))],
            noisy.Curve(FormattableString.Invariant($"circles, σ = {CirclesNoise}"), circles, distances, CirclesNoise),
            [.. s_radii.Zip(force, static (radius, strength) => new RadialForce(radius, strength))]);
    }

    // A critic has no best answer to any ratio but 1.
    private static bool CanAnswer(BestLogits best) => best.Of([2, 1], [1, 2]).Logits.All(static t => Math.Abs(t) < LogitGrid.Farthest);
}

/// <summary>One kind of D, over the distances.</summary>
/// <param name="Name">Which D.</param>
/// <param name="Sigma">The noise's standard deviation.</param>
/// <param name="Distances">d.</param>
/// <param name="Divergence">By how much L_D of the best D is below that of one that cannot tell.</param>
/// <param name="Pull">The slope of L_G in the place of the generated samples: positive where G is pulled to the real ones.</param>
internal sealed record SupportCurve(string Name, double Sigma, double[] Distances, double[] Divergence, double[] Pull)
{
    /// <summary>The name of the curve of a D whose slope is limited.</summary>
    public const string Limited = "slope at most 1";

    /// <summary>A D without a limit is flat at the one generated point: it tells nothing of where to go.</summary>
    public static SupportCurve WithoutLimit(double[] distances, double divergence) => new("no limit", 0, distances, [.. distances.Select(_ => divergence)], new double[distances.Length]);
}

/// <summary>A force along the radius.</summary>
/// <param name="Radius">Where.</param>
/// <param name="Force">Outwards where it is positive.</param>
internal readonly record struct RadialForce(double Radius, double Force);
