using Gan.Dsl;
using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Atlas.Optimum;
using Gan.Experiments.Atlas.Verdicts;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Batches;

/// <summary>Which of the compiler's statements hold of losses of batches, by their slopes. What is said of a loss of one logit, such as that it is convex, cannot be measured.</summary>
/// <param name="Separates">Whether D learns to tell.</param>
/// <param name="Follows">Whether G learns to be taken for real.</param>
/// <param name="Saturates">Whether G's gradient vanishes where D is sure of all samples of a batch.</param>
/// <param name="IsLogRatio">Whether the best D returns log(p/q).</param>
internal sealed record BatchVerdicts(bool? Separates, bool? Follows, bool? Saturates, bool? IsLogRatio)
{
    public static BatchVerdicts Of(IGanObjective objective, BatchLevels levels, OptimumSection optimum)
    {
        // As it is declared: a D that learns the opposite does not learn to tell.
        var (t0, direction, lowest) = (levels.Balanced, objective.Info.Sign == LogitSign.Energy ? -1 : 1, levels.Lowest);
        return new(
            levels.HasBalanced ? MeasuredDirections.OfDiscriminator(ts => Array.ConvertAll(ts, t => levels.Discriminator(t, t0).Real[0]), ts => Array.ConvertAll(ts, t => levels.Discriminator(t0, t).Fake[1]), t0, direction, lowest) : null,
            levels.HasBalanced ? MeasuredDirections.OfGenerator(ts => Array.ConvertAll(ts, t => levels.GeneratorSlope(t0, t)), t0, direction, lowest) : null,
            // The surer of fakes, the surer of real samples too.
            MeasuredTails.Vanishes(ts => Array.ConvertAll(ts, t => levels.GeneratorSlope((2 * t0) - t, t)), direction, lowest),
            optimum.IsUpToConstant || optimum.Logits.Any(double.IsInfinity) ? null : optimum.ClosedLogits is not null);
    }

    public bool? Measure(ObjectiveProperty? property, DiracEigenvalues? eigenvalues) => property switch
    {
        ObjectiveProperty.DiscriminatorSeparates => Separates,
        ObjectiveProperty.GeneratorFollows => Follows,
        ObjectiveProperty.GeneratorSaturates => Saturates,
        ObjectiveProperty.OptimumIsLogRatio => IsLogRatio,
        ObjectiveProperty.ConvergesOnDiracGan => VerdictComparison.Converges(eigenvalues),
        _ => null,
    };
}
