using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the energy-based GAN (EBGAN), in which D returns an energy. D minimises E[D(x)] + E[max(0, m - D(G(z)))], and G minimises E[D(G(z))].</summary>
/// <remarks>
/// The energy must not be negative, because otherwise the loss has no minimum. In the paper, it is the reconstruction error of an autoencoder. Source: Zhao, Mathieu and LeCun 2016 (arXiv 1609.03126).
/// </remarks>
[GanObjective(
    Real = "t", Fake = "max(0, m - t)", Generator = "t", Logits = LogitRange.NonNegative, Sign = LogitSign.Energy,
    Source = "Zhao, Mathieu and LeCun 2016, arXiv 1609.03126")]
public sealed partial class EnergyBased
{
    /// <summary>Gets or sets the margin m: the loss of a fake sample is 0 for an energy above m. Positive. The default is 10, the value of the paper for MNIST.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive and finite.</exception>
    [Hyperparameter(Default = 10, Min = 0, Exclusive = true)]
    public partial double M { get; init; }
}
