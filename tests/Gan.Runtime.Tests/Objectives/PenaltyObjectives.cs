using Gan.Dsl;
using Gan.Runtime.Tests;

[assembly: GanObjectiveTests(typeof(WassersteinDivergence))]
[assembly: GanObjectiveTests(typeof(MaximumSlope))]
[assembly: GanObjectiveTests(typeof(JensenShannonRegularized))]
[assembly: GanObjectiveTests(typeof(BanachWasserstein))]
[assembly: GanObjectiveTests(typeof(NamedPenaltyFormulas))]
[assembly: GanObjectiveTests(typeof(BalancedConsistency))]
[assembly: GanObjectiveTests(typeof(ConsistentCritic))]
[assembly: GanObjectiveTests(typeof(OrthogonalPlayers))]

namespace Gan.Runtime.Tests;

/// <summary>WGAN-div with the authors' k = 2 and p = 6 (Wu et al. 2018, arXiv 1712.01026).</summary>
[GanObjective(FD = "t", FG = "t")]
[GradientPenalty(Weight = 2, Formula = "pow(n, 6)")]
public sealed partial class WassersteinDivergence;

/// <summary>The largest slope of the batch (Zhou et al. 2019, arXiv 1902.05687), around the real samples and at both batches.</summary>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[GradientPenalty(Formula = "square", Reduce = PenaltyReduction.Max)]
[GradientPenalty(Weight = 0.5, OneSided = true, At = PenaltyPoint.AroundReal, Reduce = PenaltyReduction.Max)]
[GradientPenalty(Weight = 0.25, At = PenaltyPoint.Both)]
public sealed partial class MaximumSlope;

/// <summary>The regulariser of the Jensen-Shannon divergence (Roth et al. 2017, arXiv 1705.09367) with γ = 2.</summary>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[GradientPenalty(Weight = 1, Formula = "square(n)", Factor = "square(1 - sigmoid(t))", At = PenaltyPoint.Real)]
[GradientPenalty(Weight = 1, Formula = "square(n)", Factor = "square(sigmoid(t))", At = PenaltyPoint.Fake)]
public sealed partial class JensenShannonRegularized;

/// <summary>Dual norms (Adler and Lunz 2018, arXiv 1806.06621) of every kind of order.</summary>
[GanObjective(FD = "t", FG = "t")]
[GradientPenalty(Order = 1)]
[GradientPenalty(Order = double.PositiveInfinity)]
[GradientPenalty(Order = 1.5, At = PenaltyPoint.Real, Formula = "square(max(0, n - 1))")]
[GradientPenalty(Order = 6, At = PenaltyPoint.Fake, Norm = GradientNorm.PerPixel)]
public sealed partial class BanachWasserstein;

/// <summary>ICR: balanced consistency, and consistency in the latents (Zhao et al. 2021, arXiv 2002.04724).</summary>
[GanObjective(FD = "max(0, 1 + t)", FG = "t")]
[Consistency(Fake = 1)]
[LatentConsistency(Weight = 5, Deviation = 0.2, Every = 2)]
[LatentDiversity(WeightFrom = nameof(Diversity))]
public sealed partial class BalancedConsistency
{
    [Hyperparameter(Min = 0)]
    public double Diversity { get; init; } = 0.5;
}

/// <summary>CT (Wei et al. 2018, arXiv 1803.01541), beside the gradient penalty of WGAN-GP.</summary>
[GanObjective(FD = "t", FG = "t")]
[GradientPenalty]
[Consistency(Weight = 2, Change = ConsistencyChange.Dropout, Margin = 0.2)]
public sealed partial class ConsistentCritic;

/// <summary>Orthogonal weights of both players (Brock et al. 2017, arXiv 1609.07093, and 2019, arXiv 1809.11096), mode seeking (Mao et al. 2019, arXiv 1903.05628) and two distances.</summary>
[GanObjective(FD = "max(0, 1 + t)", FG = "t")]
[Orthogonal(OffDiagonal = false, Weight = 0.5)]
[GeneratorOrthogonal(Every = 2)]
[ModeSeeking(Weight = 0.5)]
[Distance("Cycle", Weight = 10)]
[Distance("Identity", WeightFrom = nameof(Lambda), Squared = true)]
public sealed partial class OrthogonalPlayers
{
    [Hyperparameter(Min = 0)]
    public double Lambda { get; init; } = 5;
}

/// <summary>Formulas that name everything that can be named, and one with an infinite slope at 0.</summary>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[GradientPenalty(WeightFrom = nameof(Weight), Formula = "Huber(n) + Floor * n", Factor = "sharpness > 1 ? sigmoid(sharpness * t) : 1")]
[GradientPenalty(Formula = "sqrt(n) * weight", At = PenaltyPoint.Real)]
public sealed partial class NamedPenaltyFormulas
{
    internal const double Floor = 0.125;

    [Hyperparameter(Min = 0)]
    public double Weight { get; init; } = 3;

    [Hyperparameter(Min = 0, Exclusive = true)]
    public double Sharpness { get; init; } = 2;

    [LossFunction]
    private static double Huber(double n) => n < 1 ? n * n : (2 * n) - 1;
}
