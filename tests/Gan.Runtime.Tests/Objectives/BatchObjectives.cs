using Gan.Dsl;
using Gan.Runtime.Tests;

[assembly: GanObjectiveTests(typeof(VariationalBound))]
[assembly: GanObjectiveTests(typeof(Contrast))]
[assembly: GanObjectiveTests(typeof(AverageByMeans))]
[assembly: GanObjectiveTests(typeof(SelfWeighted))]
[assembly: GanObjectiveTests(typeof(EveryStatistic))]
[assembly: GanObjectiveTests(typeof(DetachedParts))]

namespace Gan.Runtime.Tests;

/// <summary>Donsker and Varadhan's bound.</summary>
[GanObjective(Real = "-t", Fake = "logmeanexp(fake)", Generator = "-t")]
[CriticLimitedBy("nothing: its optimum is finite")]
internal sealed partial class VariationalBound;

/// <summary>Each logit against all of the other kind.</summary>
[GanObjective(Real = "softplus(logsumexp(fake) - t)", Fake = "softplus(t + logsumexp(-real))", Generator = "softplus(logsumexp(real) - t)")]
internal sealed partial class Contrast;

/// <summary>The relativistic average, written out.</summary>
[GanObjective(Real = "softplus(mean(fake) - t)", Fake = "softplus(t - mean(real))", Generator = "softplus(mean(real) - t) + mean(softplus(real - mean(fake)))")]
internal sealed partial class AverageByMeans;

/// <summary>Fakes weighted by what D thinks of them.</summary>
[GanObjective(Real = "-t", Fake = "detach(exp(t - logmeanexp(fake))) * t", Generator = "-t")]
internal sealed partial class SelfWeighted;

/// <summary>Each statistic, of expressions and of other statistics, with a hyperparameter.</summary>
[GanObjective(
    Real = "softplus(median(fake) - t) + 0.1 * variance(a * real)",
    Fake = "softplus(t - max(real)) + 0.2 * std(fake) * t + min(square(fake - mean(real)))",
    Generator = "sum(softplus(-fake)) / 10 + sqrt(1 + mean(square(fake - mean(fake)))) * exp(-t) + median(exp(a * fake)) - logmeanexp(2 * fake - max(fake))")]
internal sealed partial class EveryStatistic
{
    [Hyperparameter(Default = 0.75)] public partial double A { get; init; }
}

/// <summary>Values and statistics that count as numbers.</summary>
[GanObjective(Real = "-t * detach(sigmoid(-t))", Fake = "square(t - detach(mean(real))) * variance(detach(exp(fake)) + fake)", Generator = "softplus(detach(max(fake)) - t)")]
internal sealed partial class DetachedParts
{
}

/// <summary>Statistics that several logits can be.</summary>
[GanObjective(Real = "-max(real)", Fake = "median(fake)", Generator = "-median(fake) - min(fake)")]
internal sealed partial class Ties;
