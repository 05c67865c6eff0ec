using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// Represents the dual contrastive loss: D tells each real sample from all fake ones of the batch, and each fake sample from all real ones. D minimises E[log(1 + Σ e^(D(G(z)) - D(x)))] + E[log(1 + Σ e^(D(G(z)) - D(x)))],
/// with the sum over the fake batch in the first term and over the real batch in the second, and G maximises the same.
/// </summary>
/// <remarks>The losses grow with the size of the batch, as its logarithm. Source: Yu et al. 2021 (arXiv 2103.16748).</remarks>
[GanObjective(
    Real = "softplus(logsumexp(fake) - t)", Fake = "softplus(t + logsumexp(-real))", Generator = "-mean(softplus(logsumexp(fake) - real)) - softplus(t + logsumexp(-real))",
    Source = "Yu et al. 2021, arXiv 2103.16748")]
public sealed partial class DualContrastive;
