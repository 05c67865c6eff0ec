using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// Represents KL-WGAN: the Wasserstein GAN with the fake samples weighted by w = e^(D(G(z))) / E[e^(D(G(z)))], the estimated density ratio. D minimises E[-D(x)] + E[w D(G(z))], and G minimises E[-w D(G(z))].
/// </summary>
/// <remarks>
/// The mean in w is taken over the batch, and no gradient passes through w. D has the same gradients as in <see cref="DonskerVaradhan"/>. The layers of D must be spectrally normalised, as in the paper's BigGAN.
/// Source: Song and Ermon 2019 (arXiv 1910.09779).
/// </remarks>
[GanObjective(Real = "-t", Fake = "t * detach(exp(t - logmeanexp(fake)))", Generator = "-t * detach(exp(t - logmeanexp(fake)))", Source = "Song and Ermon 2019, arXiv 1910.09779")]
[SpectralNorm]
public sealed partial class KullbackLeiblerWasserstein;
