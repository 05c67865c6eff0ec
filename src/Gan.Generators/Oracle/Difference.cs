using Gan.Generators.Formulas.BigFloats;

namespace Gan.Generators.Oracle;

/// <summary>A slope as the limit that defines it, without a table of derivatives.</summary>
internal static class Difference
{
    /// <summary>The central difference, off by what lies between the two one-sided ones: at a kink that is much. Null where a value is missing.</summary>
    /// <param name="step">The power of two to go to either side.</param>
    public static Ball? Slope(Func<Ball, Ball?> function, BigReal at, int step)
    {
        var h = BigReal.PowerOfTwo(step, at.Bits);
        if (function(Ball.Of(at - h)) is not { } before || function(Ball.Of(at)) is not { } here || function(Ball.Of(at + h)) is not { } after) return null;
        var (left, right) = ((here - before).Scaled(-step), (after - here).Scaled(-step));
        return (left + right).Scaled(-1).Widened(by: right - left);
    }
}
