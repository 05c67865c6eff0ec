using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the non-saturating GAN with one-sided label smoothing: the loss of a real logit t is τ softplus(-t) + (1 - τ) softplus(t) = softplus(t) - τt.</summary>
/// <remarks>The optimal D returns log(τp/(q + (1 - τ)p)), which is less than log(τ/(1 - τ)). Source: Salimans et al. 2016 (arXiv 1606.03498), section 3.4.</remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Source = "Salimans et al. 2016, arXiv 1606.03498")]
[LabelSmoothing(nameof(Tau))]
public sealed partial class SmoothedLogistic
{
    /// <summary>Gets or sets the label τ of a real sample, from 0.5 to 1. The default is 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0.5 to 1.</exception>
    [Hyperparameter(Default = 0.9, Min = 0.5, Max = 1)]
    public partial double Tau { get; init; }
}
