using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Verdicts;

/// <summary>What becomes of G's slope where D is sure of a fake.</summary>
internal static class MeasuredTails
{
    private static readonly double[] s_far = [1e300, 3e200, 1e150, 1e100, 3e50, 1e16];
    private const double Near = 100, Little = 0.02;

    public static bool? Vanishes(EmittedLosses losses)
    {
        if (losses.Direction > 0 && losses.Lowest >= 0)
            return Math.Abs(losses.GeneratorSlope([losses.Lowest])[0]) < 1e-12;
        var near = Math.Abs(losses.GeneratorSlope([-losses.Direction * Near])[0]);
        double[] far = [.. losses.GeneratorSlope([.. s_far.Select(t => -losses.Direction * t)]).Where(static slope => !double.IsNaN(slope)).Select(Math.Abs)];
        if (far.Length < 2 || losses.GeneratorSlope(LogitGrid.Even(Math.Max(-8, losses.Lowest), 8, 16)).All(static slope => slope == 0))
            return null;
        var (isLittle, isMuch) = (far.All(slope => slope <= Little * near), far.All(slope => slope > Little * near));
        return isLittle ? true : isMuch ? false : null;
    }
}
