using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>The non-saturating pair with R1, γ = 10: it converges locally, which the plain pair does not.</summary>
/// <remarks>Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406); used by StyleGAN (Karras 2019, arXiv 1812.04948).</remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Source = "Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406; Karras, Laine and Aila 2019, arXiv 1812.04948")]
[R1(Gamma = 10)]
public sealed partial class LogisticR1;
