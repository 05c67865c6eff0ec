using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>EBGAN: D's output is an energy, low where the data is. D(x) and max(0, m - D(G(z))) for D, D(G(z)) for G.</summary>
/// <remarks>
/// Zhao, Mathieu and LeCun 2016 (arXiv 1609.03126), where the energy is an autoencoder's error, which cannot be negative. Without that bound the loss has no minimum.
/// </remarks>
[GanObjective(
    Real = "t", Fake = "max(0, m - t)", Generator = "t", Logits = LogitRange.NonNegative, Sign = LogitSign.Energy,
    Source = "Zhao, Mathieu and LeCun 2016, arXiv 1609.03126")]
public sealed partial class EnergyBased
{
    /// <summary>m, the energy beyond which a fake is far enough. Positive; default 10, the paper's for MNIST.</summary>
    [Hyperparameter(Default = 10, Min = 0, Exclusive = true)]
    public partial double M { get; init; }
}
