using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents R3GAN: the losses of <see cref="RelativisticPair"/> with the penalties R1 and R2, γ = 1 for both.</summary>
/// <remarks>
/// γ depends on the resolution, and the paper lowers it during training. It is therefore a hyperparameter: set <see cref="Gamma"/>. Source: Huang et al. 2024 (arXiv 2501.05441).
/// </remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Coupling = Coupling.Relativistic, Source = "Huang et al. 2024, arXiv 2501.05441")]
[R1(WeightFrom = nameof(HalfGamma))]
[R2(WeightFrom = nameof(HalfGamma))]
public sealed partial class R3Gan
{
    /// <summary>Gets or sets the weight γ/2 of both R1 and R2, at least 0. The default is 0.5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    [Hyperparameter(Default = 0.5, Min = 0)]
    public partial double HalfGamma { get; init; }

    /// <summary>Gets or sets γ, which is twice <see cref="HalfGamma"/>, at least 0. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Gamma
    {
        get => 2 * HalfGamma;
        init => HalfGamma = value / 2;
    }
}
