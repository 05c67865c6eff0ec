namespace Gan.Dsl;

/// <summary>
/// States that the layers of the discriminator are spectrally normalised: the weight of each layer is divided by its largest singular value, which limits the slope of D.
/// </summary>
/// <remarks>
/// The compiler then no longer warns of a loss that needs such a limit, for example the Wasserstein loss. It generates no code for this attribute.
/// Source: Miyato et al. 2018 (arXiv 1802.05957).
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SpectralNormAttribute : Attribute;
