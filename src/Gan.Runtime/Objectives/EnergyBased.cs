using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>EBGAN: D's output is an energy, low where the data is. D(x) and max(0, m - D(G(z))) for D, D(G(z)) for G.</summary>
/// <remarks>
/// Zhao, Mathieu and LeCun 2016 (arXiv 1609.03126), where the energy is an autoencoder's error, which cannot be negative: D must be bounded below.
/// </remarks>
#pragma warning disable GAN073 // The energy is not negative, which no formula of it says.
[GanObjective(Real = "t", Fake = "max(0, m - t)", Generator = "t", Source = "Zhao, Mathieu and LeCun 2016, arXiv 1609.03126")]
#pragma warning restore GAN073
public sealed partial class EnergyBased
{
    /// <summary>m, the energy beyond which a fake is far enough. Positive; default 10, the paper's for MNIST.</summary>
    [Hyperparameter(Default = 10, Min = 0, Exclusive = true)]
    public partial double M { get; init; }
}
