using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Verdicts;

/// <summary>Which way the players push the logits, by their slopes where D cannot tell.</summary>
internal static class MeasuredDirections
{
    // What is smaller is no sign but rounding, as of a balanced logit that is found by numbers.
    private const double Near = 1e-9, Least = 1e-7;
    private static readonly double[] s_below = [0.01, 0.1, 0.5, 0.9];

    public static bool? OfDiscriminator(EmittedLosses losses, double balanced) =>
        OfDiscriminator(losses.RealSlope, losses.FakeSlope, balanced, losses.Direction, losses.Lowest);

    /// <summary>By the slopes of D's losses of a real and of a fake logit.</summary>
    public static bool? OfDiscriminator(Func<double[], double[]> realSlope, Func<double[], double[]> fakeSlope, double balanced, int direction, double lowest)
    {
        var (real, fake) = (Sign(realSlope, balanced, direction, lowest), Sign(fakeSlope, balanced, direction, lowest));
        return (real, fake) switch
        {
            (-1, 1) => true,
            (1, -1) => false,
            _ => null,
        };
    }

    /// <summary>Where the slope is 0, as at a target, what counts is where D puts fakes: below, or above of an energy.</summary>
    public static bool? OfGenerator(EmittedLosses losses, double balanced) => OfGenerator(losses.GeneratorSlope, balanced, losses.Direction, losses.Lowest);

    /// <summary>By the slope of G's loss of a fake logit.</summary>
    public static bool? OfGenerator(Func<double[], double[]> slope, double balanced, int direction, double lowest) => Sign(slope, balanced, direction, lowest) switch
    {
        -1 => true,
        1 => false,
        _ => Array.TrueForAll(slope([.. s_below.Select(below => balanced - (direction * below)).Where(t => t >= lowest)]), s => s * direction < -Least) ? true : null,
    };

    // Of a logit; the opposite of an energy. 0 at a kink, and where there is no slope.
    private static int Sign(Func<double[], double[]> slopeOf, double at, int direction, double lowest)
    {
        var slopes = slopeOf([.. new[] { at - Near, at, at + Near }.Where(t => t >= lowest)]);
        return Array.TrueForAll(slopes, static slope => slope > Least) ? direction : Array.TrueForAll(slopes, static slope => slope < -Least) ? -direction : 0;
    }
}
