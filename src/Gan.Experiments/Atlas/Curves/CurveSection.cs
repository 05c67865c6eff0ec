using Gan.Experiments.Atlas.Losses;

namespace Gan.Experiments.Atlas.Curves;

/// <summary>The losses of one logit.</summary>
/// <param name="Logits">The logits, from -8 to 8; from 0 to 16 where D returns no negative ones.</param>
/// <param name="Real">φ_real, D's loss of a real logit.</param>
/// <param name="Fake">φ_fake, D's loss of a fake logit.</param>
/// <param name="Generator">ψ, G's loss of a fake logit.</param>
/// <param name="RealSlope">φ_real′.</param>
/// <param name="FakeSlope">φ_fake′.</param>
/// <param name="GeneratorSlope">ψ′.</param>
/// <param name="Kinks">Where a slope jumps.</param>
/// <param name="Vanishing">Where ψ′ is below 2% of what it is around the balanced logit: G learns next to nothing there.</param>
/// <param name="Outcomes">Both losses against three D.</param>
internal sealed record CurveSection(
    double[] Logits, double[] Real, double[] Fake, double[] Generator, double[] RealSlope, double[] FakeSlope, double[] GeneratorSlope,
    IReadOnlyList<Kink> Kinks, IReadOnlyList<LogitRegion> Vanishing, Outcomes Outcomes)
{
    private const double Reach = 8, Slight = 0.02;
    private const int Intervals = 320;

    public static CurveSection Of(EmittedLosses losses, Landmarks landmarks)
    {
        var logits = double.IsInfinity(losses.Lowest) ? LogitGrid.Even(-Reach, Reach, Intervals) : LogitGrid.Even(losses.Lowest, losses.Lowest + (2 * Reach), Intervals);
        var slope = losses.GeneratorSlope(logits);
        var usual = losses.GeneratorSlope(LogitGrid.Even(Math.Max(landmarks.Balanced - 1, losses.Lowest), landmarks.Balanced + 1, 20)).Max(Math.Abs);
        Kink[] kinks = [.. Kink.Of("real", losses.RealSlope, logits), .. Kink.Of("fake", losses.FakeSlope, logits), .. Kink.Of("generator", losses.GeneratorSlope, logits)];
        return new(
            logits, losses.Real(logits), losses.Fake(logits), losses.Generator(logits), losses.RealSlope(logits), losses.FakeSlope(logits), slope,
            kinks, LogitRegion.Where(logits, i => Math.Abs(slope[i]) < Slight * usual), landmarks.Outcomes());
    }
}

/// <summary>Logits from one to another.</summary>
internal sealed record LogitRegion(double From, double To)
{
    /// <summary>The longest runs of neighbours for which something holds; a single one is none.</summary>
    public static IReadOnlyList<LogitRegion> Where(double[] logits, Func<int, bool> holds)
    {
        var regions = new List<LogitRegion>();
        for (var i = 0; i < logits.Length; i++)
        {
            var from = i;
            while (i < logits.Length && holds(i))
                i++;
            if (i > from + 1)
                regions.Add(new(logits[from], logits[i - 1]));
        }

        return regions;
    }
}
