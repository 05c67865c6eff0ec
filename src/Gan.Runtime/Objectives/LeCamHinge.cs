using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the hinge loss with the LeCam penalty, for training BigGAN with little data: weight 0.3, decay 0.99.</summary>
/// <remarks>
/// The weight is the value of the authors' CIFAR runs. The layers of D must be spectrally normalised, as in BigGAN.
/// Sources: Tseng et al. 2021 (arXiv 2104.03310); Brock, Donahue and Simonyan 2018 (BigGAN, arXiv 1809.11096).
/// </remarks>
[GanObjective(FD = "max(0, 1 + t)", FG = "t", Source = "Tseng et al. 2021, arXiv 2104.03310; Brock, Donahue and Simonyan 2018, arXiv 1809.11096")]
[LeCam(Weight = 0.3, Decay = 0.99)]
[SpectralNorm]
public sealed partial class LeCamHinge;
