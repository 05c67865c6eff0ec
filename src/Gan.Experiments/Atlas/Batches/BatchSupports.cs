using Gan.Experiments.Atlas.Losses;
using Gan.Experiments.Atlas.Supports;

namespace Gan.Experiments.Atlas.Batches;

/// <summary>What G learns of two points at a distance: D answers all samples of a batch that lie at one of them alike.</summary>
internal static class BatchSupports
{
    /// <param name="levels">The losses of such a batch.</param>
    /// <param name="outcomes">What they are where D is sure.</param>
    public static SupportsSection Of(BatchLevels levels, Outcomes outcomes)
    {
        var distances = SupportsSection.EvenDistances;
        var (blind, perfect) = (outcomes.Blind.Discriminator, outcomes.Perfect.Discriminator);
        var answers = Array.ConvertAll(distances, levels.Within);
        return new(
            double.IsNegativeInfinity(perfect) ? null : SupportCurve.WithoutLimit(distances, blind - perfect),
            new(
                SupportCurve.Limited, 0, distances, Array.ConvertAll(answers, pair => blind - levels.Discriminator(pair.Real, pair.Fake).Loss),
                [.. answers.Zip(distances, (pair, d) => levels.GeneratorSlope(pair.Real, pair.Fake) * (pair.Fake - pair.Real) / d)]),
            [], null, []);
    }
}
