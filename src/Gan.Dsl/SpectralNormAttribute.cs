namespace Gan.Dsl;

/// <summary>
/// Says that the discriminator's layers are spectrally normalised, so that its slope is limited without a clip or a penalty:
/// a loss that needs the limit, such as Wasserstein's, is then not warned of. Nothing is generated for it.
/// </summary>
/// <remarks>Miyato et al. 2018 (arXiv 1802.05957): each layer's weight is divided by its largest singular value.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SpectralNormAttribute : Attribute;
