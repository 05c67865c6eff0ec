using Gan.Dsl;
using Gan.Runtime;

namespace Gan.Benchmarks;

/// <summary>The penalties that steps are measured with, as the library has them: whole objectives.</summary>
internal static class StepObjectives
{
    public static IReadOnlyList<string> Names { get; } = ["none", "R1", "R1/16", "WGAN-GP"];

    public static IGanObjective Of(string penalty) => penalty switch
    {
        "none" => Objectives.NonSaturating,
        "R1" => Objectives.LogisticR1,
        "R1/16" => new LazyLogisticR1(),
        "WGAN-GP" => Objectives.WassersteinGradientPenalty,
        _ => throw new ArgumentException($"There is no penalty '{penalty}': there are {string.Join(", ", Names)}.", nameof(penalty)),
    };
}

/// <summary>StyleGAN2's discriminator without its path length, which is the generator's.</summary>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[R1(Gamma = 10, Every = 16)]
public sealed partial class LazyLogisticR1;
