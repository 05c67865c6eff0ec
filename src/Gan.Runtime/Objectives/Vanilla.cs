using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// Represents the minimax GAN. D minimises the cross entropy E[-log σ(D(x))] + E[-log(1 - σ(D(G(z))))], and G minimises E[log(1 - σ(D(G(z))))].
/// </summary>
/// <remarks>G's gradient vanishes when D confidently rejects its samples. Train with <see cref="NonSaturating"/> instead. Source: Goodfellow et al. 2014 (arXiv 1406.2661).</remarks>
[GanObjective(FD = "softplus(t)", FG = "-softplus(-t)", Source = "Goodfellow et al. 2014, arXiv 1406.2661")]
public sealed partial class Vanilla;
