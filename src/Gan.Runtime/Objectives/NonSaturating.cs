using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the non-saturating GAN, also called the logistic loss. D minimises the loss of <see cref="Vanilla"/>, and G minimises E[-log σ(D(G(z)))] = E[softplus(-D(G(z)))].</summary>
/// <remarks>Source: Goodfellow et al. 2014 (arXiv 1406.2661).</remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Source = "Goodfellow et al. 2014, arXiv 1406.2661")]
public sealed partial class NonSaturating
{
    /// <summary>Gets the objective of Real-ESRGAN, with a weight of 0.1 of the generator's loss.</summary>
    /// <remarks>D is a spectrally normalised U-Net that returns a map of logits. Source: Wang et al. 2021 (arXiv 2107.10833).</remarks>
    public static NonSaturating RealEsrgan { get; } = new() { LossWeight = 0.1 };
}
