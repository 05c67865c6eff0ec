using Gan.Dsl;

namespace Gan.Generators.Penalties;

/// <summary>The consistency penalty in closed form: of D(x) = x₁ − x₂ on images of two pixels, whose difference is d, or of D(x) = d·b where dropout makes b 0 or 2.</summary>
internal static class ConsistencyForms
{
    private static readonly double[] s_differences = [0.5, 3];

    public static ClosedForm Of(ConsistencyChange change, double weight, double margin) => change == ConsistencyChange.Dropout
        ? new("OfDropout", "Dropout", ["logit", "expected"], Rows(weight, s_differences, d => OfTwoSigns(d, margin)))
        : new("OfTwoPixels", "TwoPixels", ["difference", "expected"], change == ConsistencyChange.FlipAndShift
            ? Rows(weight, s_differences, d => OfTwoSigns(d, margin))
            : Rows(weight, [.. s_differences.Select(d => d + (20 * Math.Sqrt(margin)))], d => OfContrast(d, margin)));

    private static double[][] Rows(double weight, double[] differences, Func<double, double> expectation) => [.. differences.Select(d => new[] { d, weight * expectation(d) })];

    /// <summary>A flip changes the sign of d, and dropout makes one logit of two 0: in half of the draws the logits are 2d apart, in the others they are equal.</summary>
    private static double OfTwoSigns(double d, double margin) => Math.Max(0, (4 * d * d) - margin) / 2;

    /// <summary>
    /// Of DiffAugment's changes, two pixels beside each other see one factor of contrast f ~ U(1/2, 3/2) alone: with u = |f − 1| ~ U(0, 1/2) it is E max(0, d²u² − M), and that cost begins at u = √M/d.
    /// </summary>
    private static double OfContrast(double d, double margin)
    {
        var start = Math.Sqrt(margin) / d;
        return start >= 0.5 ? 0 : 2 * ((d * d * (0.125 - (start * start * start)) / 3) - (margin * (0.5 - start)));
    }
}
