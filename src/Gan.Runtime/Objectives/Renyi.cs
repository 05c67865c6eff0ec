using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// Represents the variational form of the Rényi divergence R_α(p ‖ q) = log(E_q[(p/q)^α]) / (α(α - 1)), for 0 &lt; α &lt; 1. D minimises log E[e^((α - 1)D(x))] / (1 - α) + log E[e^(αD(G(z)))] / α,
/// and G minimises -log E[e^(αD(G(z)))] / α.
/// </summary>
/// <remarks>
/// The means of the exponentials are taken over the batch. The optimal D returns log(p/q) plus any constant, and the minimum of its loss is -R_α(p ‖ q), which tends to -KL(p ‖ q) for α → 1.
/// Source: Birrell et al. 2020 (arXiv 2007.03814).
/// </remarks>
[GanObjective(
    Real = "logmeanexp((alpha - 1) * real) / (1 - alpha)", Fake = "logmeanexp(alpha * fake) / alpha", Generator = "-logmeanexp(alpha * fake) / alpha",
    Source = "Birrell et al. 2020, arXiv 2007.03814")]
public sealed partial class Renyi
{
    /// <summary>Gets or sets the order α, between 0 and 1. The default is 0.5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    [Hyperparameter(Default = 0.5, Min = 0, Max = 1, Exclusive = true)]
    public partial double Alpha { get; init; }
}
