namespace Gan.Runtime.Testing;

/// <summary>
/// How far rounding may carry a right loss from its exact value.
/// </summary>
/// <remarks>
/// Three sources, each in units of the type's roundoff: the result itself; the logit, or a constant it is compared with, magnified by the slope;
/// and intermediate results that cancel (1 - sigmoid(40)), whose size is taken from the loss at moderate logits. In float64 all three together
/// stay far below a relative error of 1e-4.
/// </remarks>
internal sealed class Tolerance(FloatFormat format, IReadOnlyList<LogitValue> expected)
{
    private const double Moderate = 4;
    private const double Ulps = 16;
    private const double IntermediateUlps = 4;

    private readonly double valueScale = Scale(expected, point => point.Value);
    private readonly double slopeScale = Scale(expected, point => point.Slope);

    public double OfValue(LogitValue point) => Of(point, point.Value, point.Slope, valueScale);

    // The slope's own slope is not known: a smooth loss changes by about the slope over one unit of t.
    public double OfSlope(LogitValue point) => Of(point, point.Slope, point.Slope, slopeScale);

    private double Of(LogitValue point, double result, double slope, double scale)
    {
        var magnified = double.IsFinite(slope) ? Math.Abs(slope) * (1 + Math.Abs(point.Logit)) : 0;
        return format.Roundoff * (Ulps * (Math.Abs(result) + magnified) + IntermediateUlps * scale) + format.SmallestNormal;
    }

    private static double Scale(IReadOnlyList<LogitValue> expected, Func<LogitValue, double> of) =>
        expected.Where(point => Math.Abs(point.Logit) <= Moderate).Select(of).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
}
