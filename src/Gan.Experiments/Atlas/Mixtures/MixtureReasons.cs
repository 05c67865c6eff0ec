using Gan.Dsl;
using Gan.Experiments.Atlas.Curves;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Mixtures;

/// <summary>Why an objective has learned little of the mixtures, as far as its declaration and its losses tell.</summary>
internal static class MixtureReasons
{
    // What the shares of covered modes and of good points have to be, and how much steeper a loss may be a few logits away than at the balanced one.
    private const double Covered = 0.75, Good = 0.05, Steep = 20, Away = 4;

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
        if (objective.Penalties.OfType<GradientPenalty>().FirstOrDefault(static penalty => penalty.Target > 0) is { } limit)
            reasons.Add(FormattableString.Invariant($"A gradient penalty of weight {limit.Weight} towards the slope {limit.Target} makes D nearly a straight line at the scale of a mode. Gulrajani et al. 2017 (arXiv 1704.00028) give G one step for each five of D, and their code takes a far smaller weight for points of the plane than for images."));
        if (Steepest(curves) is > Steep and var steeper)
            reasons.Add(FormattableString.Invariant($"{Away} logits from the balanced one a loss of D is {steeper:0} times as steep as there: while the samples hardly meet, a few of them outweigh all others, and D swings."));
        if (saturates == true)
            reasons.Add("G's gradient vanishes where D is sure of its samples, as it soon is of points that lie apart.");
        if (objective.Info.Sign == LogitSign.Energy)
            reasons.Add("D is an energy. In its paper (Zhao, Mathieu and LeCun 2016, arXiv 1609.03126) that is the error of an autoencoder; here it is a plain network with a softplus at its end.");
        return reasons.Count > 0 ? reasons : ["Nothing in its losses says why. More steps or other rates may be all that it needs: with these it moves slowly."];
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
