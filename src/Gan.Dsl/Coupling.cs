namespace Gan.Dsl;

/// <summary>Specifies whether a loss is a function of single logits or compares real logits with fake ones.</summary>
public enum Coupling
{
    /// <summary>
    /// The loss is a function of single logits:
    /// <c>L_D = E[f_D(-D(x))] + E[f_D(D(G(z)))]</c>, <c>L_G = E[f_G(-D(G(z)))]</c>.
    /// </summary>
    None,

    /// <summary>
    /// The relativistic pairing loss (RpGAN) compares each fake logit with the real logit at the same index of the batch:
    /// <c>L_D = E[f_D(D(G(z)) - D(x))]</c>, <c>L_G = E[f_G(D(x) - D(G(z)))]</c>. Real and fake logits must have the same shape.
    /// </summary>
    /// <remarks>Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
    Relativistic,

    /// <summary>
    /// The relativistic average loss (RaGAN) compares each logit with the mean logit of the other kind:
    /// <c>L_D = E[f_D(-D̃(x))] + E[f_D(D̃(G(z)))]</c>, <c>L_G = E[f_G(D̃(x))] + E[f_G(-D̃(G(z)))]</c>,
    /// where <c>D̃(x) = D(x) - E D(G(z))</c> and <c>D̃(G(z)) = D(G(z)) - E D(x)</c>.
    /// </summary>
    /// <remarks>
    /// Each loss is the sum of two means, without a factor of one half. The gradient also flows through the means.
    /// Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).
    /// </remarks>
    RelativisticAverage,
}
