using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Verdicts;

/// <summary>Which way the players push the logits, by their slopes where D cannot tell.</summary>
internal static class MeasuredDirections
{
    // What is smaller is no sign but rounding, as of a balanced logit that is found by numbers.
    private const double Near = 1e-9, Least = 1e-7;
    private static readonly double[] s_below = [0.01, 0.1, 0.5, 0.9];

    public static bool? OfDiscriminator(EmittedLosses losses, double balanced)
    {
        var (real, fake) = (Sign(losses.RealSlope, balanced, losses), Sign(losses.FakeSlope, balanced, losses));
        return (real, fake) switch
        {
            (-1, 1) => true,
            (1, -1) => false,
            _ => null,
        };
    }

    /// <summary>Where the slope is 0, as at a target, what counts is where D puts fakes: below, or above of an energy.</summary>
    public static bool? OfGenerator(EmittedLosses losses, double balanced) => Sign(losses.GeneratorSlope, balanced, losses) switch
    {
        -1 => true,
        1 => false,
        _ => Array.TrueForAll(losses.GeneratorSlope([.. s_below.Select(below => balanced - (losses.Direction * below)).Where(t => t >= losses.Lowest)]), slope => slope * losses.Direction < -Least) ? true : null,
    };

    // Of a logit; the opposite of an energy. 0 at a kink, and where there is no slope.
    private static int Sign(Func<double[], double[]> slopeOf, double at, EmittedLosses losses)
    {
        var slopes = slopeOf([.. new[] { at - Near, at, at + Near }.Where(t => t >= losses.Lowest)]);
        return Array.TrueForAll(slopes, static slope => slope > Least) ? losses.Direction : Array.TrueForAll(slopes, static slope => slope < -Least) ? -losses.Direction : 0;
    }
}
