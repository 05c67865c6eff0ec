using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>R3GAN: the relativistic pair of logistic losses with R1 and R2, γ = 1 each.</summary>
/// <remarks>
/// Huang et al. 2024 (arXiv 2501.05441). γ goes with the resolution; the paper lowers it while training, so <see cref="Gamma"/> is a hyperparameter
/// of half of which both penalties have the weight.
/// </remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Coupling = Coupling.Relativistic, Source = "Huang et al. 2024, arXiv 2501.05441")]
[R1(WeightFrom = nameof(HalfGamma))]
[R2(WeightFrom = nameof(HalfGamma))]
public sealed partial class R3Gan
{
    /// <summary>γ/2, the weight of R1 and of R2. Not negative; default 0.5.</summary>
    [Hyperparameter(Default = 0.5, Min = 0)]
    public partial double HalfGamma { get; init; }

    /// <summary>γ, twice the weights. Not negative; default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to a value that is negative or not finite.</exception>
    public double Gamma
    {
        get => 2 * HalfGamma;
        init => HalfGamma = value / 2;
    }
}
