using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The non-saturating GAN, also called logistic: D as in <see cref="Vanilla"/>, and G minimises -log σ(D(G(z))).</summary>
/// <remarks>Goodfellow et al. 2014 (arXiv 1406.2661).</remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Source = "Goodfellow et al. 2014, arXiv 1406.2661")]
public sealed partial class NonSaturating
{
    /// <summary>Real-ESRGAN's, over the map of its spectrally normalised U-Net: weight 0.1 on G (Wang et al. 2021, arXiv 2107.10833).</summary>
    public static NonSaturating RealEsrgan { get; } = new() { LossWeight = 0.1 };
}
