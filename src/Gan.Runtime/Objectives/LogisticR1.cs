using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>Represents the losses of <see cref="NonSaturating"/> with the R1 penalty, γ = 10. With the penalty, training converges locally; without it, it does not.</summary>
/// <remarks>Sources: Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406); Karras, Laine and Aila 2019 (StyleGAN, arXiv 1812.04948).</remarks>
[GanObjective(FD = "softplus(t)", FG = "softplus(t)", Source = "Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406; Karras, Laine and Aila 2019, arXiv 1812.04948")]
[R1(Gamma = 10)]
public sealed partial class LogisticR1;
