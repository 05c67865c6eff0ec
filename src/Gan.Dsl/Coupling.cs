namespace Gan.Dsl;

/// <summary>Whether a loss looks at one logit at a time or at real and fake logits together.</summary>
public enum Coupling
{
    /// <summary>
    /// Each logit by itself:
    /// <c>L_D = E[f_D(-D(x))] + E[f_D(D(G(z)))]</c>, <c>L_G = E[f_G(-D(G(z)))]</c>.
    /// </summary>
    None,

    /// <summary>
    /// The relativistic pair, RpGAN: each fake logit against the real one at its place in the batch,
    /// <c>L_D = E[f_D(D(G(z)) - D(x))]</c>, <c>L_G = E[f_G(D(x) - D(G(z)))]</c>. Real and fake logits have one shape.
    /// </summary>
    /// <remarks>Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
    Relativistic,

    /// <summary>
    /// Relativistic average, RaGAN: each logit against the mean of the other side,
    /// D̃(x) = D(x) - E D(G(z)) and D̃(G(z)) = D(G(z)) - E D(x):
    /// <c>L_D = E[f_D(-D̃(x))] + E[f_D(D̃(G(z)))]</c>, <c>L_G = E[f_G(D̃(x))] + E[f_G(-D̃(G(z)))]</c>; sums of two means, without a factor of a half.
    /// The gradient flows through the means too.
    /// </summary>
    /// <remarks>Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
    RelativisticAverage,
}
