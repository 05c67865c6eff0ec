using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The hinge loss: max(0, 1 - D(x)) and max(0, 1 + D(G(z))) for D, -D(G(z)) for G.</summary>
/// <remarks>Lim and Ye 2017 (arXiv 1705.02894); SAGAN (Zhang 2018, arXiv 1805.08318); BigGAN (Brock 2018, arXiv 1809.11096).</remarks>
[GanObjective(FD = "max(0, 1 + t)", FG = "t", Source = "Lim and Ye 2017, arXiv 1705.02894; Zhang et al. 2018, arXiv 1805.08318; Brock, Donahue and Simonyan 2018, arXiv 1809.11096")]
public sealed partial class Hinge;
