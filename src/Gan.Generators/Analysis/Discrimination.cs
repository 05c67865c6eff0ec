using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Analysis;

/// <summary>Whether D's loss can tell real samples from fakes at all: whether the t that is least for u·Real(t) + Fake(t) depends on u = p/q.</summary>
internal static class Discrimination
{
    private static readonly double[] s_logits = [1, -1, 0.5, 2, 3, -0.5, -2, -3];

    public const string Same = "Real and Fake differ by a constant at most";

    /// <summary>Why Real and Fake pull D to one logit whatever p and q are; null where that is not proved.</summary>
    /// <param name="balanced">Where p = q leads D, or bounds around it.</param>
    public static string? WhyImpossible(Curve real, Curve fake, Interval? balanced)
    {
        if (FlatTail.IsEverywhere(real) || FlatTail.IsEverywhere(fake)) return null;
        if (FactorBetween(real, fake) is { } factor)
            return factor == 1 ? Same : $"Real is {Numbers.Text(factor)} times Fake, up to a constant";
        return balanced is { IsPoint: true } t && IsLeast(real, t) && IsLeast(fake, t)
            ? $"Real and Fake are both least at t = {Numbers.Text(t.Low)}, the logit of every sample then"
            : null;
    }

    /// <summary>k &gt; 0 where Real − k·Fake is proved constant.</summary>
    private static double? FactorBetween(Curve real, Curve fake)
    {
        var factor = s_logits.Where(real.Range.Contains).Select(t => real.Slope.Evaluate(t) / fake.Slope.Evaluate(t)).FirstOrDefault(static k => k > 0 && !double.IsInfinity(k));
        return factor > 0 && FlatTail.IsEverywhere(new Curve(real.Formula - (factor * fake.Formula), real.Range)) ? factor : null;
    }

    private static bool IsLeast(Curve loss, Interval t)
        => loss.SlopesAt(t) is { IsPoint: true, Low: 0, IsPartial: false } && Convexity.Of(loss).IsProved;
}
