using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Verdicts;

/// <summary>What becomes of G's slope where D is sure of a fake.</summary>
internal static class MeasuredTails
{
    private static readonly double[] s_far = [1e300, 3e200, 1e150, 1e100, 3e50, 1e16];
    private const double Near = 100, Little = 0.02;

    public static bool? Vanishes(EmittedLosses losses) => Vanishes(losses.GeneratorSlope, losses.Direction, losses.Lowest);

    /// <param name="slopeAt">The slope of G's loss.</param>
    /// <param name="direction">1 where D is sure of a fake by a low logit, -1 where by a high one.</param>
    /// <param name="lowest">The lowest logit.</param>
    public static bool? Vanishes(Func<double[], double[]> slopeAt, int direction, double lowest)
    {
        if (direction > 0 && lowest >= 0)
            return Math.Abs(slopeAt([lowest])[0]) < 1e-12;
        var near = Math.Abs(slopeAt([-direction * Near])[0]);
        double[] far = [.. slopeAt([.. s_far.Select(t => -direction * t)]).Where(static slope => !double.IsNaN(slope)).Select(Math.Abs)];
        if (far.Length < 2 || slopeAt(LogitGrid.Even(Math.Max(-8, lowest), 8, 16)).All(static slope => slope == 0))
            return null;
        var (isLittle, isMuch) = (far.All(slope => slope <= Little * near), far.All(slope => slope > Little * near));
        return isLittle ? true : isMuch ? false : null;
    }
}
