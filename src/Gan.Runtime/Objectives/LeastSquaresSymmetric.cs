using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Least squares with labels -1 and 1, in the symmetric form: (1 - D(x))² and (1 + D(G(z)))².</summary>
/// <remarks>Mao et al. 2017 (arXiv 1611.04076).</remarks>
[GanObjective(FD = "pow(1 + t, 2)", FG = "pow(1 + t, 2)", Source = "Mao et al. 2017, arXiv 1611.04076")]
public sealed partial class LeastSquaresSymmetric;
