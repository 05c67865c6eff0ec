using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the hinge loss. D minimises E[max(0, 1 - D(x))] + E[max(0, 1 + D(G(z)))], and G minimises E[-D(G(z))].</summary>
/// <remarks>Sources: Lim and Ye 2017 (arXiv 1705.02894); Zhang et al. 2018 (SAGAN, arXiv 1805.08318); Brock, Donahue and Simonyan 2018 (BigGAN, arXiv 1809.11096).</remarks>
[GanObjective(FD = "max(0, 1 + t)", FG = "t", Source = "Lim and Ye 2017, arXiv 1705.02894; Zhang et al. 2018, arXiv 1805.08318; Brock, Donahue and Simonyan 2018, arXiv 1809.11096")]
public sealed partial class Hinge;
