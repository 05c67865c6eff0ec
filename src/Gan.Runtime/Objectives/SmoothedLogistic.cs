using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The non-saturating GAN with one-sided label smoothing: the loss of a real logit is τ softplus(-t) + (1 - τ) softplus(t) = softplus(t) - τt.</summary>
/// <remarks>Salimans et al. 2016 (arXiv 1606.03498), section 3.4. The best D returns log(τp/(q + (1 - τ)p)), below log(τ/(1 - τ)) everywhere.</remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Source = "Salimans et al. 2016, arXiv 1606.03498")]
[LabelSmoothing(nameof(Tau))]
public sealed partial class SmoothedLogistic
{
    /// <summary>τ: how sure D is told to be of a real sample. From 0.5 to 1; default 0.9.</summary>
    [Hyperparameter(Default = 0.9, Min = 0.5, Max = 1)]
    public partial double Tau { get; init; }
}
