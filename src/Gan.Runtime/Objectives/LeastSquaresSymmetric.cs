using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the least-squares GAN with the labels -1 and 1. D minimises E[(1 - D(x))²] + E[(1 + D(G(z)))²], and G minimises E[(1 - D(G(z)))²].</summary>
/// <remarks>Source: Mao et al. 2017 (arXiv 1611.04076).</remarks>
[GanObjective(FD = "pow(1 + t, 2)", FG = "pow(1 + t, 2)", Source = "Mao et al. 2017, arXiv 1611.04076")]
public sealed partial class LeastSquaresSymmetric;
