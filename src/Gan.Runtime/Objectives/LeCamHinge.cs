using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The hinge loss with LeCam regularisation, for BigGAN on little data: weight 0.3, decay 0.99.</summary>
/// <remarks>Tseng et al. 2021 (arXiv 2104.03310); the weight is that of the authors' CIFAR runs. D's layers are spectrally normalised, as BigGAN's are (Brock 2018, arXiv 1809.11096).</remarks>
[GanObjective(FD = "max(0, 1 + t)", FG = "t", Source = "Tseng et al. 2021, arXiv 2104.03310; Brock, Donahue and Simonyan 2018, arXiv 1809.11096")]
[LeCam(Weight = 0.3, Decay = 0.99)]
[SpectralNorm]
public sealed partial class LeCamHinge;
