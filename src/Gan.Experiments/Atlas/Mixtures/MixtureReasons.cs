using Gan.Dsl;
using Gan.Experiments.Atlas.Curves;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Mixtures;

/// <summary>Why an objective has learned little of the mixtures, as far as its declaration and its losses tell.</summary>
internal static class MixtureReasons
{
    // What the shares of covered modes and of good points have to be, and how much steeper a loss may be a few logits away than at the balanced one.
    private const double Covered = 0.75, Good = 0.05, Steep = 20, Away = 4;

    // A gradient penalty of so small a weight leaves D its bends.
    private const double Slack = 0.5;

    /// <returns>Sentences; none for an objective that covers most modes of both mixtures, and not by chance.</returns>
    public static IReadOnlyList<string> Of(IGanObjective objective, CurveSection curves, bool? saturates, IReadOnlyList<MixtureSection> mixtures)
    {
        if (mixtures.All(static mixture => mixture.MeanModes >= Covered * mixture.Most && mixture.MeanHighQuality >= Good))
            return [];
        var reasons = new List<string>();
        if (mixtures.Sum(static mixture => mixture.Diverged.Count) is > 0 and var diverged)
            reasons.Add(FormattableString.Invariant($"In {diverged} of {mixtures.Count * MixtureSection.Seeds} trainings a loss or a point was no finite number at some step."));
        if (objective.Info.WeightClip is not null)
            reasons.Add("Clipped weights leave D next to no slope (see the moving plan above), and G learns little in so few steps. Arjovsky et al. 2017 (arXiv 1701.07875) train far longer, with RMSProp and five steps of D for each of G.");
        if (objective.Penalties.Select(Towards).FirstOrDefault(static limit => limit.Slope > 0 && limit.Weight > Slack) is { Slope: > 0 } limit)
            reasons.Add(FormattableString.Invariant($"A gradient penalty of weight {limit.Weight} towards the slope {limit.Slope} makes D nearly a straight line at the scale of a mode. Gulrajani et al. 2017 (arXiv 1704.00028) give G one step for each five of D, and their code takes the weight 0.1 for points of the plane. With this weight, as SinGan has it, the critic covers all 8 modes of the ring."));
        if (objective.Info.CriticLimits.Any(static limit => limit.Contains("spectral", StringComparison.OrdinalIgnoreCase)))
            reasons.Add("Spectral normalisation keeps the slope of D at 1 or less, so that its logits hardly differ across a mode, whose deviation is 0.02 on the ring and 0.05 on the grid. It is meant for deep networks and images.");
        if (objective.GeneratorPenalties.OfType<PathLengthPenalty>().Any(static penalty => penalty.Weight > 0))
            reasons.Add("The path length penalty pulls the lengths of G's Jacobian to their running mean, which begins at 0: a small G, whose slopes it can make small at once, shrinks to a point. Alone, beside the non-saturating loss, it leaves one mode of the ring.");
        if (Steepest(curves) is > Steep and var steeper)
            reasons.Add(FormattableString.Invariant($"{Away} logits from the balanced one a loss of D is {steeper:0} times as steep as there: while the samples hardly meet, a few of them outweigh all others, and D swings."));
        if (IsStillWhereBlind(curves))
            reasons.Add("G's slope is 0 where D cannot tell: little moves G on once its samples are taken for real, whatever modes it has.");
        if (saturates == true)
            reasons.Add("G's gradient vanishes where D is sure of its samples, as it soon is of points that lie apart.");
        if (objective.Info.Sign == LogitSign.Energy)
            reasons.Add("D is an energy. In its paper (Zhao, Mathieu and LeCun 2016, arXiv 1609.03126) that is the error of an autoencoder; here it is a plain network with a softplus at its end.");
        return reasons.Count > 0 ? reasons : ["Nothing in its losses says why. More steps or other rates may be all that it needs: with these it moves slowly."];
    }

    private static (double Slope, double Weight) Towards(DiscriminatorPenalty penalty) => penalty switch
    {
        // One that leaves smaller slopes alone leaves D its bends too.
        GradientPenalty { OneSided: false, Target: var slope, Weight: var weight } => (slope, weight),
        DraganPenalty { Target: var slope, Weight: var weight } => (slope, weight),
        _ => default,
    };

    private static bool IsStillWhereBlind(CurveSection curves)
    {
        var middle = curves.Logits.Length / 2;
        var away = (int)Math.Round(Away / (curves.Logits[1] - curves.Logits[0]));
        return Math.Abs(curves.GeneratorSlope[middle]) < 1e-3 * Math.Min(Math.Abs(curves.GeneratorSlope[middle - away]), Math.Abs(curves.GeneratorSlope[middle + away]));
    }

    // The slope of D's loss on the side where D is wrong, over the one in the middle.
    private static double Steepest(CurveSection curves)
    {
        var middle = curves.Logits.Length / 2;
        var away = (int)Math.Round(Away / (curves.Logits[1] - curves.Logits[0]));
        return Math.Max(Ratio(curves.FakeSlope, away), Ratio(curves.RealSlope, -away));

        double Ratio(double[] slopes, int steps) => slopes[middle] == 0 ? 0 : Math.Abs(slopes[middle + steps] / slopes[middle]);
    }
}
